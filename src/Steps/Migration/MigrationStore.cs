using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Migration;

/// <summary>Reads and writes the files of one migration's folder, those of JSON and those kept byte for byte.</summary>
public sealed class MigrationStore(IAmazonS3 s3, MigrationFolder folder) : FolderStore(s3, folder.Bucket, folder.Prefix)
{
    public MigrationFolder Folder => folder;

    /// <summary>The folder of all migrations, in which <c>current.json</c> is.</summary>
    public FolderStore Migrations => new(S3, Bucket, MigrationFolder.Root);

    /// <summary>Reads a file that an earlier step has written.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public async Task<T> RequireAsync<T>(JsonFile<T> file)
        where T : class =>
        (await ReadAsync(file, CancellationToken.None))?.Value
        ?? throw new InvalidDataException(
            $"{folder}{file.Name} is missing: start the state machine anew, so that the step which writes it runs."
        );

    /// <summary>The bytes of a file, or null when there is none.</summary>
    public async Task<byte[]?> ReadBytesAsync(string path)
    {
        try
        {
            using var response = await S3.GetObjectAsync(
                new GetObjectRequest { BucketName = Bucket, Key = KeyOf(path) }
            );
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content);
            return content.ToArray();
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>Writes a file byte for byte.</summary>
    public Task WriteBytesAsync(string path, ReadOnlyMemory<byte> content, string contentType = "application/json") =>
        S3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = Bucket,
                Key = KeyOf(path),
                InputStream = new MemoryStream(content.ToArray()),
                ContentType = contentType,
            }
        );

    /// <summary>The paths, relative to the folder, of all files below one, in the order of their names.</summary>
    /// <param name="below">Such as <c>backup/</c>.</param>
    public async Task<IReadOnlyList<string>> ListAsync(string below)
    {
        var paths = new List<string>();
        var request = new ListObjectsV2Request { BucketName = Bucket, Prefix = KeyOf(below) };
        ListObjectsV2Response page;
        do
        {
            page = await S3.ListObjectsV2Async(request);
            paths.AddRange((page.S3Objects ?? []).Select(found => found.Key[folder.Prefix.Length..]));
            request.ContinuationToken = page.NextContinuationToken;
        } while (page.IsTruncated == true);

        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    /// <summary>Takes a file away; in the bucket its versions stay.</summary>
    public Task DeleteAsync(string path) =>
        S3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = Bucket, Key = KeyOf(path) });
}
