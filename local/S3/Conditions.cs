using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Local.S3;

/// <summary>The conditional headers of a read.</summary>
internal static class Conditions
{
    /// <returns>True when the reader has this version already.</returns>
    /// <exception cref="FrontDoor.AwsException">PreconditionFailed: If-Match or If-Unmodified-Since does not hold.</exception>
    public static bool IsUnchanged(IHeaderDictionary headers, StoredObject item)
    {
        // S3 lets If-Match outweigh If-Unmodified-Since, and If-None-Match outweigh If-Modified-Since.
        if (headers.IfMatch is [{ } wanted, ..])
        {
            if (!ETags.Match(wanted, item.ETag))
            {
                throw S3Errors.PreconditionFailed("If-Match");
            }
        }
        else if (Date(headers.IfUnmodifiedSince) is { } latest && Seconds(item) > latest)
        {
            throw S3Errors.PreconditionFailed("If-Unmodified-Since");
        }

        return headers.IfNoneMatch is [{ } known, ..]
            ? ETags.Match(known, item.ETag)
            : Date(headers.IfModifiedSince) is { } since && Seconds(item) <= since;
    }

    private static DateTimeOffset? Date(string? header) =>
        DateTimeOffset.TryParseExact(
            header,
            "R",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;

    /// <summary>HTTP dates have no fractions.</summary>
    private static DateTimeOffset Seconds(StoredObject item) =>
        DateTimeOffset.FromUnixTimeSeconds(item.LastModified.ToUnixTimeSeconds());
}
