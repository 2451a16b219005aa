using System.Text.Json;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Call;

/// <summary>A field of the call-start Lambda's input: what it has to look like, and how to mend it.</summary>
internal sealed partial class StartField
{
    private readonly int _longest;
    private readonly Regex _shape;
    private readonly string _mend;

    private StartField(string name, int longest, Regex shape, string mend)
    {
        Name = name;
        _longest = longest;
        _shape = shape;
        _mend = mend;
    }

    /// <summary>The ARN by Kinesis Video Streams' model: at most 1024 characters.</summary>
    public static StartField StreamArn { get; } =
        new("StreamARN", 1024, StreamArnShape(), "Start media streaming before the function is invoked.");

    /// <summary>Connect's model allows 256 characters; what it hands out are UUIDs.</summary>
    public static StartField ContactId { get; } =
        new("ContactId", 256, UuidShape(), "Pass the contact id that Amazon Connect gave to the call.");

    /// <summary>E.164: a plus sign and at most 15 digits.</summary>
    public static StartField CustomerPhoneNumber { get; } =
        new("CustomerPhoneNumber", 16, PhoneNumberShape(), "Pass it with a plus sign and the country code.");

    public static StartField StartFragmentNumber { get; } =
        new("StartFragmentNumber", 128, DigitsShape(), "Pass what Amazon Connect says of the stream.");

    public static StartField StartTimestamp { get; } =
        new("StartTimestamp", 15, DigitsShape(), "Pass what Amazon Connect says of the stream.");

    public string Name { get; }

    public StartRequest.Refused Malformed => new($"Malformed{Name}", $"{Name} is not valid. {_mend}");

    /// <summary>Null when all is well.</summary>
    public StartRequest.Refused? Check(JsonElement value) =>
        ConnectEvent.IsAbsent(value)
            ? new StartRequest.Refused($"Missing{Name}", $"{Name} is missing. {_mend}")
            : CheckIfPresent(value);

    /// <inheritdoc cref="Check"/>
    public StartRequest.Refused? CheckIfPresent(JsonElement value)
    {
        if (ConnectEvent.IsAbsent(value))
        {
            return null;
        }

        if (value.ValueKind is not JsonValueKind.String)
        {
            return Malformed;
        }

        var text = value.GetString()!;
        return text.Length > _longest ? new StartRequest.Refused($"TooLong{Name}", $"{Name} is too long. {_mend}")
            : _shape.IsMatch(text) ? null
            : Malformed;
    }

    [GeneratedRegex(
        @"\Aarn:[a-z0-9-]+:kinesisvideo:[a-z0-9-]+:[0-9]+:stream/[a-zA-Z0-9_.-]+/[0-9]+\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex StreamArnShape();

    [GeneratedRegex(@"\A[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UuidShape();

    [GeneratedRegex(@"\A\+[1-9][0-9]{1,14}\z", RegexOptions.None, 1000)]
    private static partial Regex PhoneNumberShape();

    [GeneratedRegex(@"\A[0-9]+\z", RegexOptions.None, 1000)]
    private static partial Regex DigitsShape();
}
