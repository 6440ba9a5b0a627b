package dev.corbel.providers.aws.ec2;

import dev.corbel.providers.api.ProviderException;
import dev.corbel.providers.api.value.MapValue;
import dev.corbel.providers.aws.client.AwsSession;
import dev.corbel.providers.aws.resource.AwsDataSourceType.Lookup;
import dev.corbel.providers.kit.attribute.DesiredAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;

/** Asks EC2 for a machine image. */
final class AmiLookup implements Lookup {
    @Override
    public MapValue read(AwsSession session, MapValue configuration) throws ProviderException {
        DesiredAttributes desired = new DesiredAttributes(configuration);
        List<Image> matches = matches(Ec2.client(session), configuration);
        if (desired.isTrue("most_recent") && !matches.isEmpty()) {
            // Written as 2025-01-31T08:00:00.000Z, so that the order of texts is that of times.
            matches = List.of(matches.stream()
                    .max(Comparator.comparing(AmiLookup::created).thenComparing(Image::imageId))
                    .orElseThrow());
        }
        Image image = OneMatch.of(
                matches,
                "machine image",
                Image::imageId,
                "Set most_recent = true for the newest, or say more about it.");
        return AmiView.of(session, configuration, image);
    }

    private static String created(Image image) {
        return image.creationDate() == null ? "" : image.creationDate();
    }

    private static List<Image> matches(Ec2Client ec2, MapValue configuration) {
        DesiredAttributes desired = new DesiredAttributes(configuration);
        List<Filter> filters = Filters.of(configuration).list();
        String name = desired.text("name_regex");
        Pattern pattern = Pattern.compile(name == null ? "" : name);
        return ec2
                .describeImagesPaginator(request -> {
                    request.includeDeprecated(desired.isTrue("include_deprecated"));
                    if (!filters.isEmpty()) {
                        request.filters(filters);
                    }
                    if (!desired.texts("owners").isEmpty()) {
                        request.owners(desired.texts("owners"));
                    }
                    if (!desired.texts("executable_users").isEmpty()) {
                        request.executableUsers(desired.texts("executable_users"));
                    }
                })
                .images()
                .stream()
                .filter(image -> pattern.matcher(image.name() == null ? "" : image.name())
                        .find())
                .toList();
    }
}
