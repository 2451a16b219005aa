using System.Globalization;
using System.Text.Json;
using SonicBridge.Contracts;

namespace SonicBridge.Steps.Call;

/// <summary>What the call-start Lambda was asked, checked field by field.</summary>
internal abstract record StartRequest
{
    private const long LastMillisecond = 253_402_300_799_999;

    private static readonly string[] s_bareFields =
    [
        StartField.StreamArn.Name,
        StartField.ContactId.Name,
        StartField.CustomerPhoneNumber.Name,
    ];

    private StartRequest() { }

    /// <summary>Reads any JSON.</summary>
    public static StartRequest Read(JsonElement input)
    {
        try
        {
            return ReadFields(input);
        }
        // A string with half a surrogate pair is JSON, but it is no text.
        catch (InvalidOperationException)
        {
            return Refused.UnknownInput;
        }
    }

    private static StartRequest ReadFields(JsonElement input)
    {
        var asked = new ConnectEvent(input);
        if (!asked.IsEnvelope && s_bareFields.All(name => input.At(name).ValueKind is JsonValueKind.Undefined))
        {
            return Refused.UnknownInput;
        }

        if (!asked.IsEnvelope && s_bareFields.All(name => input.TextAt(name) == "test"))
        {
            return Refused.TestInput;
        }

        // In Connect's own event the number is Connect's business, and a caller may withhold it.
        var refusal =
            StartField.StreamArn.Check(asked.StreamArn)
            ?? StartField.ContactId.Check(asked.ContactId)
            ?? (asked.IsEnvelope ? null : StartField.CustomerPhoneNumber.Check(asked.CustomerPhoneNumber))
            ?? StartField.StartFragmentNumber.CheckIfPresent(asked.StartFragmentNumber);
        if (refusal is not null)
        {
            return refusal;
        }

        var startTimestamp = Milliseconds(asked.StartTimestamp);
        if (startTimestamp is null && !ConnectEvent.IsAbsent(asked.StartTimestamp))
        {
            return StartField.StartTimestamp.Malformed;
        }

        return new Accepted(
            new CallDescription
            {
                ContactId = Contracts.ContactId.Parse(asked.ContactId.GetString()!),
                StreamArn = asked.StreamArn.GetString()!,
                StartFragmentNumber = ConnectEvent.IsAbsent(asked.StartFragmentNumber)
                    ? null
                    : asked.StartFragmentNumber.GetString(),
                StartTimestamp = startTimestamp,
            }
        );
    }

    /// <summary>Connect writes Unix milliseconds as a string.</summary>
    private static long? Milliseconds(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String
                when long.TryParse(
                    value.GetString(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var milliseconds
                ) => milliseconds,
            JsonValueKind.Number when value.TryGetInt64(out var milliseconds) => milliseconds,
            _ => (long?)null,
        }
            is >= 0
                and <= LastMillisecond
                and var within
            ? within
            : null;

    /// <summary>All is well.</summary>
    public sealed record Accepted(CallDescription Call) : StartRequest;

    /// <summary>Something is not well.</summary>
    /// <param name="Error">A code for the flow to branch on, such as <c>MissingStreamARN</c>.</param>
    /// <param name="Message">A sentence that can be spoken; it repeats no value.</param>
    public sealed record Refused(string Error, string Message) : StartRequest
    {
        public static Refused UnknownInput { get; } =
            new(
                "UnknownInput",
                "The input was not understood. Invoke this function from a contact flow, or with StreamARN, ContactId and CustomerPhoneNumber."
            );

        /// <summary>The answer to the event by which people try the function in the console.</summary>
        public static Refused TestInput { get; } =
            new(
                "TestInput",
                "This was a test. The function works, but it started no call, since the word test names no stream and no contact."
            );
    }
}
