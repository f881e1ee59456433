/// One violation of each architecture rule, so that the rules are seen to fail.
package dev.ecswizard.architecture;
