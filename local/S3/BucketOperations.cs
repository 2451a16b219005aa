using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>What is asked of buckets: make, look, list, remove, and delete many objects.</summary>
internal sealed partial class BucketOperations(S3Store store)
{
    public Task ListAllAsync(HttpContext context) =>
        S3Xml.WriteAsync(
            context,
            "ListAllMyBucketsResult",
            writer =>
            {
                writer.WriteStartElement("Owner");
                writer.WriteElementString("ID", LocalAccount.Id);
                writer.WriteEndElement();
                writer.WriteStartElement("Buckets");
                foreach (var bucket in store.Buckets)
                {
                    writer.WriteStartElement("Bucket");
                    writer.WriteElementString("Name", bucket.Name);
                    writer.WriteElementString("CreationDate", S3Xml.Time(bucket.CreatedAt));
                    writer.WriteEndElement();
                }

                writer.WriteEndElement();
            }
        );

    public Task CreateAsync(HttpContext context, string bucket)
    {
        if (!BucketName().IsMatch(bucket))
        {
            throw new AwsException(
                "InvalidBucketName",
                $"The specified bucket is not valid: {bucket}. Use 3 to 63 lower-case letters, digits, dots and hyphens."
            );
        }

        // In us-east-1 making one's own bucket again is no error.
        store.CreateBucket(bucket);
        context.Response.Headers.Location = $"/{bucket}";
        context.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public Task HeadAsync(HttpContext context, string bucket)
    {
        store.Required(bucket);
        context.Response.Headers["x-amz-bucket-region"] = LocalAccount.Region;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(HttpContext context, string bucket)
    {
        store.Required(bucket);
        if (!store.RemoveBucket(bucket))
        {
            throw new AwsException(
                "BucketNotEmpty",
                "The bucket you tried to delete is not empty",
                StatusCodes.Status409Conflict
            );
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task LocateAsync(HttpContext context, string bucket)
    {
        store.Required(bucket);
        // us-east-1 is written as no location at all.
        return S3Xml.WriteAsync(context, "LocationConstraint", static _ => { });
    }

    public Task ListAsync(HttpContext context, string bucket)
    {
        var request = ListRequest.Of(context.Request.Query);
        var page = ObjectPage.Of(store.Required(bucket), request);
        return S3Xml.WriteAsync(context, "ListBucketResult", writer => page.WriteTo(writer, bucket, request));
    }

    public Task DeleteObjectsAsync(HttpContext context, string bucket)
    {
        var target = store.Required(bucket);
        var payload = RequestPayload.Of(context);
        Checksums.Check(context.Request, payload);
        var keys = KeysOf(payload);
        return S3Xml.WriteAsync(
            context,
            "DeleteResult",
            writer =>
            {
                foreach (var key in keys)
                {
                    target.Remove(key);
                    writer.WriteStartElement("Deleted");
                    writer.WriteElementString("Key", key);
                    writer.WriteEndElement();
                }
            }
        );
    }

    private static List<string> KeysOf(RequestPayload payload) =>
        [
            .. S3Xml
                .Read(payload)
                .Descendants()
                .Where(static element => element.Name.LocalName == "Key")
                .Select(static element => element.Value),
        ];

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex BucketName();
}
