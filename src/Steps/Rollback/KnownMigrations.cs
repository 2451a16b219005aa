using Amazon.S3;
using Amazon.S3.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>The migrations whose folders are in the backup bucket.</summary>
internal static class KnownMigrations
{
    // As many as a person reads.
    private const int MostNamed = 10;

    /// <exception cref="MigrationRefused">There is none of that id; the message names those that there are.</exception>
    public static async Task RequireAsync(IAmazonS3 s3, string bucket, string id)
    {
        var known = await ListAsync(s3, bucket);
        if (known.Contains(id))
        {
            return;
        }

        var named = known.Count switch
        {
            0 => "There is none at all.",
            > MostNamed =>
                $"Some of those that there are: {string.Join(", ", known.Take(MostNamed))}; aws s3 ls s3://{bucket}/{MigrationFolder.Root} shows all.",
            _ => $"There are: {string.Join(", ", known)}.",
        };
        throw new MigrationRefused($"There is no such migration as '{id}'. {named}");
    }

    private static async Task<SortedSet<string>> ListAsync(IAmazonS3 s3, string bucket)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = MigrationFolder.Root };
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request);
            foreach (var found in page.S3Objects ?? [])
            {
                if (found.Key[MigrationFolder.Root.Length..].Split('/') is [var id, _, ..])
                {
                    ids.Add(id);
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        } while (page.IsTruncated == true);

        return ids;
    }
}
