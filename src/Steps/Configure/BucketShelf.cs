using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Steps.Configure;

/// <summary>Configurations as files in the calls' bucket: <c>configurations/{name}.json</c>.</summary>
internal sealed class BucketShelf(IAmazonS3 s3, string bucket) : IConfigurationShelf
{
    private const string Folder = "configurations/";

    /// <inheritdoc/>
    public string PlaceOf(string name) => $"s3://{bucket}/{KeyOf(name)}";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = bucket, Key = KeyOf(name) };
            using var response = await s3.GetObjectAsync(request, cancellationToken);
            if (response.ContentLength > CallConfigurationReader.LongestFile)
            {
                throw new InvalidDataException(
                    $"{PlaceOf(name)} is longer than {CallConfigurationReader.LongestFile / 1024} KB: shorten it."
                );
            }

            using var bytes = new MemoryStream();
            await response.ResponseStream.CopyToAsync(bytes, cancellationToken);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string KeyOf(string name) => $"{Folder}{name}.json";
}
