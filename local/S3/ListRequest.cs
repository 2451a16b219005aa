using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.S3;

/// <summary>What ListObjectsV2 is asked for.</summary>
/// <param name="After">List what comes after this key or common prefix.</param>
internal sealed record ListRequest(
    string Prefix,
    string Delimiter,
    string After,
    string? ContinuationToken,
    string? StartAfter,
    int MaxKeys,
    bool EncodesKeys
)
{
    private const int MostKeys = 1000;

    public static ListRequest Of(IQueryCollection query)
    {
        if (query["list-type"] != "2")
        {
            throw new AwsException(
                "NotImplemented",
                "The local S3 lists by ListObjectsV2 only: ask with list-type=2.",
                StatusCodes.Status501NotImplemented
            );
        }

        string? token = query["continuation-token"];
        string? startAfter = query["start-after"];
        return new ListRequest(
            query["prefix"].ToString(),
            query["delimiter"].ToString(),
            token is null ? startAfter ?? "" : Open(token),
            token,
            startAfter,
            MaxKeysOf(query["max-keys"]),
            query["encoding-type"] == "url"
        );
    }

    /// <summary>The token of a page's last entry: nothing that the client may read.</summary>
    public static string Seal(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key));

    private static string Open(string token)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException)
        {
            throw S3Errors.InvalidArgument("The continuation token provided is incorrect");
        }
    }

    private static int MaxKeysOf(string? text)
    {
        if (text is null)
        {
            return MostKeys;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Math.Min(count, MostKeys)
            : throw S3Errors.InvalidArgument("Provided max-keys not an integer or within integer range");
    }
}
