using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Flows;

/// <summary>A Lambda function: where it is and what it is called, without version or alias.</summary>
internal sealed partial record FunctionAddress(string Region, string Account, string Name)
{
    /// <summary>Reads a function's whole ARN; a version or alias at its end is left out.</summary>
    /// <exception cref="FormatException">It is no such ARN.</exception>
    public static FunctionAddress Parse(string arn)
    {
        var match = Shape().Match(arn);
        return match.Groups["region"].Success && match.Groups["account"].Success && match.Groups["arn"].Success
            ? new FunctionAddress(
                match.Groups["region"].Value,
                match.Groups["account"].Value,
                match.Groups["name"].Value
            )
            : throw new FormatException(
                $"'{arn}' is not the ARN of a Lambda function: expected arn:aws:lambda:<region>:<account>:function:<name>."
            );
    }

    /// <summary>
    /// Whether a flow's parameter means this function, in any way in which Lambda lets a function be named: its ARN, a
    /// part of that, its bare name, each with or without version or alias. What is left out is what the flow's own
    /// region and account are.
    /// </summary>
    public FunctionMatch Match(string parameter)
    {
        var match = Shape().Match(parameter);
        if (!match.Success)
        {
            return parameter.Contains('$', StringComparison.Ordinal) ? FunctionMatch.Unknown : FunctionMatch.Other;
        }

        return match.Groups["name"].Value != Name ? FunctionMatch.Other
            : IsElsewhere(match.Groups["region"], Region) || IsElsewhere(match.Groups["account"], Account)
                ? FunctionMatch.Elsewhere
            : FunctionMatch.Same;
    }

    private static bool IsElsewhere(Group said, string here) => said.Success && said.Value != here;

    [GeneratedRegex(
        @"\A(?<arn>arn:aws[a-z-]*:lambda:)?((?<region>[a-z]{2,}(-[a-z]+)+-[0-9]+):)?((?<account>[0-9]{12}):)?(function:)?(?<name>[a-zA-Z0-9_-]{1,64})(:(\$LATEST|[a-zA-Z0-9_-]+))?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Shape();
}

/// <summary>What a flow's parameter has to do with a function.</summary>
internal enum FunctionMatch
{
    /// <summary>It names another one.</summary>
    Other,

    /// <summary>It names this one.</summary>
    Same,

    /// <summary>It names one of the same name in another region or account.</summary>
    Elsewhere,

    /// <summary>It is taken from an attribute when a call comes to it: no reader of the flow can tell.</summary>
    Unknown,
}
