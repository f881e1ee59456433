package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.fleet.Host;
import dev.ecswizard.sandbox.fleet.RegionFleet;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a host's console shows: a kernel's first words, then what really happened on the host.
final class BootLog {
    /// EC2 keeps the last 64 KiB.
    private static final int KEPT = 64 << 10;

    private BootLog() {}

    static String of(Host host, RegionFleet here) {
        if (host.console().isEmpty()) {
            return "";
        }
        var what = host.birth().what();
        var figures = here.terrain().figures(what.instanceType());
        var name = "ip-" + host.birth().privateAddress().replace('.', '-');
        var head = """
                [    0.000000] Linux version 6.1.158-180.294.amzn2023 (mockbuild@ip-10-0-32-74) #1 SMP PREEMPT_DYNAMIC
                [    0.000000] Command line: BOOT_IMAGE=(hd0,gpt1)/boot/vmlinuz root=UUID=%s ro console=tty0 console=ttyS0,115200n8 nvme_core.io_timeout=4294967295 rd.emergency=poweroff rd.shell=0 selinux=1 security=selinux quiet
                [    0.000000] DMI: Amazon EC2 %s/, BIOS 1.0 10/16/2017
                [    0.061204] smpboot: Allowing %d CPUs, 0 hotplug CPUs
                [    0.102871] Memory: %dK available
                [    1.873510] systemd[1]: Detected virtualization amazon.
                [    1.874093] systemd[1]: Hostname set to <%s>.
                """.formatted(uuid(host), what.instanceType(), figures.processors(), figures.memory() * 1024, name);
        var tail = host.console().stream().collect(Collectors.joining("\n", "", "\n"));
        var prompt = host.console().stream().anyMatch(line -> line.contains("Cloud-init finished"))
                ? "\nAmazon Linux 2023\nKernel 6.1 on " + architecture(host, here) + "\n\n" + name + " login: \n"
                : "";
        var text = head + tail + prompt;
        return text.substring(Math.max(0, text.length() - KEPT));
    }

    private static String architecture(Host host, RegionFleet here) {
        var architecture =
                here.terrain().architectureOfImage(host.birth().what().image()).orElse("x86_64");
        return architecture.equals("arm64") ? "aarch64" : architecture;
    }

    private static String uuid(Host host) {
        return new java.util.UUID(
                        host.id().hashCode() * 0x9E3779B97F4A7C15L, host.id().hashCode())
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
