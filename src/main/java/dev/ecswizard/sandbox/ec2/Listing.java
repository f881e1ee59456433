package dev.ecswizard.sandbox.ec2;

import dev.ecswizard.sandbox.protocol.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Filter;

/// What all describe operations have in common: ids, filters and pages, found in the request by their names.
final class Listing<T extends SdkPojo> {
    private final IdRule rule;
    private final Function<T, String> id;
    private final String ids;
    private final Filters filters;
    private Paging paging = Paging.OPTIONAL;

    /// @param model makes an empty builder of what is listed
    /// @param ids the request's member with the ids, such as VpcIds
    Listing(Supplier<? extends SdkPojo> model, IdRule rule, Function<T, String> id, String ids) {
        this.rule = rule;
        this.id = id;
        this.ids = ids;
        this.filters = new Filters(model);
    }

    Listing<T> filters(String names) {
        filters.names(names);
        return this;
    }

    Listing<T> tagFilters() {
        filters.tags();
        return this;
    }

    Listing<T> paging(Paging paging) {
        this.paging = paging;
        return this;
    }

    /// @param all among which the request chooses
    /// @param answer made of a page and the token of the next
    <A> A answer(Ec2Request request, Collection<T> all, BiFunction<List<T>, String, A> answer) {
        var wanted = list(request, ids, String.class);
        var maxResults = request.getValueForField("MaxResults", Integer.class).orElse(null);
        if (!wanted.isEmpty() && maxResults != null) {
            throw new Refusal(
                    400,
                    "InvalidParameterCombination",
                    "The parameter " + ids + " cannot be used with the parameter MaxResults");
        }
        var asked = list(request, "Filters", Filter.class);
        var items = rule.pick(all, id, wanted).stream()
                // NAT gateways alone have it in the singular
                .filter(filters.all(asked.isEmpty() ? list(request, "Filter", Filter.class) : asked))
                .toList();
        var page = paging.page(
                items,
                maxResults,
                request.getValueForField("NextToken", String.class).orElse(null));
        return answer.apply(page.items(), page.nextToken());
    }

    private static <E> List<E> list(Ec2Request request, String member, Class<E> element) {
        List<?> values = request.getValueForField(member, List.class).orElse(List.of());
        return values.stream().map(element::cast).toList();
    }
}
