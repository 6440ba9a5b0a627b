package dev.corbel.providers.aws.route53;

import dev.corbel.providers.kit.attribute.DesiredAttributes;
import software.amazon.awssdk.services.route53.model.VPC;

/**
 * A VPC that sees a private zone.
 *
 * @param region where it is, unless the block says so
 */
record ZoneVpc(DesiredAttributes block, String region) {
    VPC sdk() {
        String said = block.text("vpc_region");
        return VPC.builder()
                .vpcId(block.required("vpc_id"))
                .vpcRegion(said == null ? region : said)
                .build();
    }
}
