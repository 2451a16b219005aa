using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Moto;

/// <summary>Reads a <c>TemplateURL</c>: any of the ways in which an object of S3 is addressed.</summary>
internal static class TemplateAddress
{
    /// <exception cref="AwsException">ValidationError: it is none of them.</exception>
    public static (string Bucket, string Key) Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            throw Invalid(address);
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        var host = uri.Host.Split('.');
        if (uri.Scheme == "s3")
        {
            return (uri.Host, path);
        }

        // bucket.s3.region.amazonaws.com, in which a bucket may have full stops of its own.
        var service = Array.FindIndex(
            host,
            static part => part == "s3" || part.StartsWith("s3-", StringComparison.Ordinal)
        );
        if (service > 0)
        {
            return (string.Join('.', host[..service]), path);
        }

        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? (path[..slash], path[(slash + 1)..]) : throw Invalid(address);
    }

    private static AwsException Invalid(string address) =>
        new("ValidationError", $"TemplateURL '{address}' must reference a valid S3 object to which you have access.");
}
