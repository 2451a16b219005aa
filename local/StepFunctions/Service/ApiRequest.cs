using System.Text;
using System.Text.Json.Nodes;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Data;

namespace SonicBridge.Local.StepFunctions.Service;

/// <summary>The body of one request, read member by member as the service model restricts them.</summary>
internal sealed class ApiRequest(JsonObject body)
{
    private const int LongestArn = 256;
    private const int LargestPage = 1000;
    private const int DefaultPage = 100;

    /// <summary>A member of some length at most, or null.</summary>
    public string? Text(string name, int longest = int.MaxValue)
    {
        if (body[name] is not { } node)
        {
            return null;
        }

        var text =
            node is JsonValue value && value.TryGetValue<string>(out var read)
                ? read
                : throw Invalid($"Value at '{name}' failed to satisfy constraint: Member must be a string");
        return text.Length <= longest
            ? text
            : throw Invalid(
                $"Value at '{name}' failed to satisfy constraint: Member must have length less than or equal to {longest}"
            );
    }

    public string RequiredText(string name, int longest = int.MaxValue) =>
        Text(name, longest) is { Length: > 0 } text
            ? text
            : throw Invalid($"Value null at '{name}' failed to satisfy constraint: Member must not be null");

    public string RequiredArn(string name)
    {
        var arn = RequiredText(name, LongestArn);
        return arn.StartsWith("arn:", StringComparison.Ordinal)
            ? arn
            : throw new AwsException("InvalidArn", $"Invalid Arn: 'Invalid ARN prefix: {arn}'");
    }

    /// <summary>Data of an execution, of which Step Functions takes 262,144 bytes.</summary>
    public string? Data(string name)
    {
        var text = Text(name);
        return text is null || Encoding.UTF8.GetByteCount(text) <= JsonText.SizeLimit
            ? text
            : throw Invalid(
                $"Value at '{name}' failed to satisfy constraint: Member must have length less than or equal to {JsonText.SizeLimit}"
            );
    }

    public bool Flag(string name, bool otherwise) =>
        body[name] is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : otherwise;

    /// <summary>Cuts one page out of a list, with the token by which the next one is asked for.</summary>
    public JsonObject Page<T>(string name, IReadOnlyList<T> all, Func<T, JsonNode> write)
    {
        var size = DefaultPage;
        if (body["maxResults"] is JsonValue asked && asked.TryGetValue<int>(out var most) && most != 0)
        {
            size = most is > 0 and <= LargestPage
                ? most
                : throw Invalid(
                    $"Value '{most}' at 'maxResults' failed to satisfy constraint: Member must be between 0 and {LargestPage}"
                );
        }

        var start = 0;
        if (Text("nextToken") is { } token && (!int.TryParse(token, out start) || start < 0))
        {
            throw new AwsException("InvalidToken", "Invalid Token: 'Invalid token'");
        }

        var page = new JsonObject { [name] = new JsonArray([.. all.Skip(start).Take(size).Select(write)]) };
        if (start + size < all.Count)
        {
            page["nextToken"] = $"{start + size}";
        }

        return page;
    }

    public static AwsException Invalid(string reason) =>
        new("ValidationException", $"1 validation error detected: {reason}");
}
