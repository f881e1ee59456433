package dev.ecswizard.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointPolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | true",
                "{'Version':'2008-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}]} | true",
                "{'Statement':{'Effect':'Allow','Principal':{'AWS':'*'},'Action':['*'],'Resource':['*']}} | true",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'*'}]} | false",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'arn:aws:s3:::ours/*'}]} | false",
                "{'Statement':[{'Effect':'Allow','Principal':{'AWS':'123456789012'},'Action':'*','Resource':'*'}]} | false",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*','Condition':{'Bool':{}}}]} | false",
                "{'Statement':[{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'},"
                        + "{'Effect':'Deny','Principal':'*','Action':'ecs:Poll','Resource':'*'}]} | false",
                "{'Statement':[]} | false",
                "[] | false",
                "{'Statement':| false"
            })
    void onlyOneThatLetsEverybodyDoEverythingIsOpen(String document, boolean isOpen) {
        assertThat(EndpointPolicy.isOpen(document.replace('\'', '"'))).isEqualTo(isOpen);
    }
}
