namespace SonicBridge.Local.Lambda;

/// <summary>The ways to name a function: its name, a partial ARN or an ARN, each with or without a qualifier.</summary>
internal static class FunctionName
{
    /// <returns>The bare name.</returns>
    public static string Of(string text)
    {
        var parts = text.Split(':');
        var marker = Array.IndexOf(parts, "function");
        return marker >= 0 && marker + 1 < parts.Length ? parts[marker + 1] : parts[0];
    }
}
