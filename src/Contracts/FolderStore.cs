using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;

namespace SonicBridge.Contracts;

/// <summary>Reads and writes the JSON files of one folder in S3. S3 is strongly consistent, so no database is needed.</summary>
/// <param name="s3">The client.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="prefix">The folder's key up to and with the last slash.</param>
public class FolderStore(IAmazonS3 s3, string bucket, string prefix)
{
    private const int MostOverlaps = 3;

    protected IAmazonS3 S3 => s3;

    /// <summary>The bucket's name.</summary>
    public string Bucket => bucket;

    /// <summary>The key of a file of this folder.</summary>
    public string KeyOf(string file) => prefix + file;

    /// <summary>Reads a file.</summary>
    /// <returns>What is in it and its ETag, or null when there is no such file.</returns>
    public async Task<Versioned<T>?> ReadAsync<T>(JsonFile<T> file, CancellationToken cancellationToken)
        where T : class => (await ReadIfChangedAsync(file, null, cancellationToken)).File;

    /// <summary>Reads a file unless it is still the version that the reader has.</summary>
    /// <param name="etag">The version at hand, or null.</param>
    public async Task<Read<T>> ReadIfChangedAsync<T>(
        JsonFile<T> file,
        string? etag,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var request = new GetObjectRequest
        {
            BucketName = bucket,
            Key = KeyOf(file.Name),
            EtagToNotMatch = etag,
        };
        try
        {
            using var response = await s3.GetObjectAsync(request, cancellationToken);
            var value =
                await JsonSerializer.DeserializeAsync(response.ResponseStream, file.Shape, cancellationToken)
                ?? throw new InvalidDataException($"s3://{bucket}/{KeyOf(file.Name)} holds null.");
            return new Read<T>(FileState.Found, new Versioned<T>(value, response.ETag));
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotModified)
        {
            return new Read<T>(FileState.Unchanged, null);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return new Read<T>(FileState.Absent, null);
        }
    }

    /// <summary>Writes a file, whatever was there.</summary>
    public Task WriteAsync<T>(JsonFile<T> file, T value, CancellationToken cancellationToken) =>
        PutAsync(file, value, static _ => { }, cancellationToken);

    /// <summary>Writes a file, whatever was there, with a tag that the bucket's lifecycle rules know.</summary>
    public Task WriteAsync<T>(JsonFile<T> file, T value, Tag? tag, CancellationToken cancellationToken) =>
        PutAsync(file, value, request => request.TagSet = tag is null ? null : [tag], cancellationToken);

    /// <summary>Writes a file if it is still the version that the writer knows; with null, if there is none yet.</summary>
    /// <returns>The new ETag, or null when somebody else has written in between.</returns>
    public async Task<string?> TryWriteAsync<T>(
        JsonFile<T> file,
        T value,
        string? etag,
        CancellationToken cancellationToken
    )
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await PutAsync(
                    file,
                    value,
                    request =>
                    {
                        request.IfMatch = etag;
                        request.IfNoneMatch = etag is null ? "*" : null;
                    },
                    cancellationToken
                );
            }
            catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed)
            {
                return null;
            }
            // Conditional puts that overlap (ConditionalRequestConflict): nobody has won yet, and the condition still holds.
            catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.Conflict)
            {
                if (tries == MostOverlaps)
                {
                    return null;
                }
            }
        }
    }

    private async Task<string> PutAsync<T>(
        JsonFile<T> file,
        T value,
        Action<PutObjectRequest> condition,
        CancellationToken cancellationToken
    )
    {
        using var body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(value, file.Shape));
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = KeyOf(file.Name),
            InputStream = body,
            ContentType = "application/json",
        };
        condition(request);
        var response = await s3.PutObjectAsync(request, cancellationToken);
        return response.ETag;
    }
}

/// <summary>A file's content and the ETag that names this version of it.</summary>
public sealed record Versioned<T>(T Value, string ETag);

/// <summary>What came of a conditional read.</summary>
/// <param name="State">Whether there is a file, and whether it is news.</param>
/// <param name="File">The file, when it was <see cref="FileState.Found"/>.</param>
public readonly record struct Read<T>(FileState State, Versioned<T>? File);

public enum FileState
{
    /// <summary>No such file.</summary>
    Absent,

    /// <summary>Still the version at hand.</summary>
    Unchanged,

    /// <summary>There, and new to the reader.</summary>
    Found,
}
