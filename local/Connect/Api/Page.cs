using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Connect.Api;

/// <summary>A page of a list, and the token that asks for the next.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <param name="most">The largest page, which is also the usual one.</param>
    /// <exception cref="AwsException">InvalidParameterException: maxResults or nextToken is none.</exception>
    public static Page<T> Of(IReadOnlyList<T> all, IQueryCollection query, int most)
    {
        var size = most;
        if (
            query["maxResults"] is [{ } asked]
            && (
                !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out size)
                || size < 1
                || size > most
            )
        )
        {
            throw Invalid($"MaxResults must be from 1 to {most}.");
        }

        var start = query["nextToken"] is [{ } token] ? Read(token) : 0;
        var next = start + size;
        return new Page<T>([.. all.Skip(start).Take(size)], next < all.Count ? Write(next) : null);
    }

    private static string Write(int place) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)));

    private static int Read(string token)
    {
        var bytes = new byte[token.Length];
        return
            Convert.TryFromBase64String(token, bytes, out var length)
            && int.TryParse(Encoding.ASCII.GetString(bytes, 0, length), NumberStyles.None, null, out var place)
            ? place
            : throw Invalid("NextToken is not one that this list gave.");
    }

    private static AwsException Invalid(string message) => new("InvalidParameterException", message);
}
