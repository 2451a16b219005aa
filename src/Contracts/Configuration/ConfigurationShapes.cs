using System.Text.RegularExpressions;

namespace SonicBridge.Contracts.Configuration;

/// <summary>The shapes of names in a configuration; the JSON schema has the same ones as its patterns.</summary>
internal static partial class ConfigurationShapes
{
    /// <summary>What Bedrock takes as the name of a tool.</summary>
    public const string ToolName = "[a-zA-Z0-9_-]{1,64}";

    /// <summary>A Lambda function by name or ARN, with or without a version or an alias.</summary>
    public const string Function =
        "(arn:[a-z0-9-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:)?[a-zA-Z0-9_-]{1,64}(:[a-zA-Z0-9$_-]{1,128})?";

    /// <summary>The ARN of a queue.</summary>
    public const string Queue =
        "arn:[a-z0-9-]+:connect:[a-z0-9-]+:[0-9]{12}:instance/[0-9a-f-]{36}/queue/[0-9a-f-]{36}";

    /// <summary>The word by which the model asks for a queue.</summary>
    public const string QueueWord = "[a-zA-Z0-9][a-zA-Z0-9 _-]{0,63}";

    private const string From = @"\A";
    private const string To = @"\z";

    [GeneratedRegex(From + ToolName + To, RegexOptions.None, 1000)]
    public static partial Regex OfToolName();

    [GeneratedRegex(From + Function + To, RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex OfFunction();

    [GeneratedRegex(From + Queue + To, RegexOptions.None, 1000)]
    public static partial Regex OfQueue();

    [GeneratedRegex(From + QueueWord + To, RegexOptions.None, 1000)]
    public static partial Regex OfQueueWord();
}
