package dev.ecswizard.preflight;

import dev.ecswizard.cloud.CloudProblem;
import java.util.List;
import java.util.Optional;

/// Something that keeps, or may keep, a host from getting to where it has to.
///
/// @param resource the id of what is in the way
/// @param details what its sentence says beside that, such as services or the mode of a block
/// @param problem why something could not be read
public record Obstacle(Kind kind, String resource, List<String> details, Optional<CloudProblem> problem) {
    /// What it is.
    public enum Kind {
        /// The subnet has no IPv4 addresses.
        NO_IPV4,
        /// The VPC's resolver answers nobody.
        DNS_OFF,
        /// The route table has no route to the internet.
        NO_ROUTE,
        /// The route table of the NAT gateway's subnet has none.
        NO_ROUTE_FOR_NAT,
        BLACK_HOLE,
        NO_PUBLIC_ADDRESS,
        PUBLIC_ACCESS_BLOCKED,
        NAT_GONE,
        NAT_PRIVATE,
        ACL_OUT,
        /// Answers do not come back in.
        ACL_IN,
        /// The ACL of the NAT gateway's subnet.
        ACL_OF_NAT,
        ACL_OF_ENDPOINT,
        ENDPOINT_CLOSED,
        /// Its policy does not let everybody do everything.
        ENDPOINT_POLICY,
        /// It is made, or unmade, or refused.
        ENDPOINT_NOT_AVAILABLE,
        /// The service's own name does not lead to it.
        ENDPOINT_UNNAMED,
        /// The VPC's settings keep the names of its endpoints from being found.
        HOSTNAMES_OFF,
        /// The gateway for S3 is in other route tables.
        GATEWAY_ELSEWHERE,
        /// Services that have no endpoint where there is no other way.
        ENDPOINTS_MISSING,
        /// Behind a transit gateway and its like nobody can see.
        BEYOND,
        /// A list of blocks decides that AWS does not tell here.
        PREFIX_LIST,
        /// Some addresses or ports only.
        PARTLY,
        /// S3 has an endpoint with interfaces in place of routes.
        S3_BY_INTERFACE,
        UNREAD
    }

    /// Whether it is about an endpoint that would be another way where there is none by routes.
    boolean isOfOtherWay() {
        return switch (kind) {
            case ENDPOINT_NOT_AVAILABLE, ENDPOINT_UNNAMED, HOSTNAMES_OFF, GATEWAY_ELSEWHERE, ENDPOINTS_MISSING -> true;
            default -> false;
        };
    }

    public Obstacle {
        details = List.copyOf(details);
    }

    static Obstacle of(Kind kind, String resource, String... details) {
        return new Obstacle(kind, resource, List.of(details), Optional.empty());
    }

    static Obstacle unread(CloudProblem problem) {
        return new Obstacle(Kind.UNREAD, problem.action(), List.of(), Optional.of(problem));
    }
}
