using Amazon.S3;
using Amazon.S3.Model;

namespace SonicBridge.Contracts;

/// <summary>Reads and writes the files of one call's folder.</summary>
public sealed class CallStore(IAmazonS3 s3, CallFolder folder) : FolderStore(s3, folder.Bucket, folder.KeyOf(""))
{
    public CallFolder Folder => folder;

    /// <summary>The whole conversation up to a checkpoint.</summary>
    /// <exception cref="InvalidDataException">A chapter is gone.</exception>
    public async Task<IReadOnlyList<TranscriptLine>> ReadLinesAsync(
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        var chapters = await Task.WhenAll(
            checkpoint.Chapters.Select(name => ReadAsync(Chapter.File(name), cancellationToken))
        );
        return
        [
            .. chapters.SelectMany(
                (chapter, i) =>
                    chapter?.Value.Lines
                    ?? throw new InvalidDataException($"{checkpoint.Chapters[i]} is not in {folder}.")
            ),
            .. checkpoint.Lines,
        ];
    }

    /// <summary>Leaves no word in the call's chapters, be they in a checkpoint or not.</summary>
    public async Task ClearChaptersAsync(CancellationToken cancellationToken)
    {
        var prefix = KeyOf(Chapter.Folder);
        string? next = null;
        do
        {
            var page = await S3.ListObjectsV2Async(
                new ListObjectsV2Request
                {
                    BucketName = Bucket,
                    Prefix = prefix,
                    ContinuationToken = next,
                },
                cancellationToken
            );
            foreach (var file in page.S3Objects ?? [])
            {
                var chapter = Chapter.File(file.Key[KeyOf("").Length..]);
                await WriteAsync(chapter, new Chapter([]), cancellationToken);
            }

            next = page.IsTruncated is true ? page.NextContinuationToken : null;
        } while (next is not null);
    }
}
