using System.Globalization;
using System.Text.Json;
using SonicBridge.Local.FrontDoor;

namespace SonicBridge.Local.Kvs;

/// <summary>Where in a stream a reader begins.</summary>
internal static class StartSelector
{
    /// <summary>Finds out which fragments a reader wants.</summary>
    /// <returns>A judgement of each fragment, or null when the selector names one that the stream does not have.</returns>
    /// <exception cref="AwsException">The selector is not complete.</exception>
    public static Func<Fragment, bool>? Read(StartSelectorInput? input, KvsStream stream)
    {
        switch (input?.StartSelectorType)
        {
            case "EARLIEST":
                return static _ => true;
            case "NOW":
                var present = stream.Newest?.Number ?? "0";
                return fragment => FragmentNumber.Compare(fragment.Number, present) > 0;
            case "FRAGMENT_NUMBER":
                return After(Number(input.AfterFragmentNumber, "AfterFragmentNumber"), stream);
            case "CONTINUATION_TOKEN":
                return After(Number(input.ContinuationToken, "ContinuationToken"), stream);
            case "SERVER_TIMESTAMP":
                var received = Time(input.StartTimestamp);
                return fragment => fragment.ReceivedAt + fragment.Duration.TotalMilliseconds > received;
            case "PRODUCER_TIMESTAMP":
                var produced = Time(input.StartTimestamp);
                return fragment => fragment.ProducedAt + fragment.Duration.TotalMilliseconds > produced;
            default:
                throw Invalid(
                    "StartSelector.StartSelectorType must be one of FRAGMENT_NUMBER, SERVER_TIMESTAMP, "
                        + "PRODUCER_TIMESTAMP, NOW, EARLIEST, CONTINUATION_TOKEN"
                );
        }
    }

    public static AwsException Invalid(string sentence) => new("InvalidArgumentException", $"{sentence}.");

    /// <summary>Starts with the fragment behind a named one, as the service model says.</summary>
    private static Func<Fragment, bool>? After(string number, KvsStream stream) =>
        stream.HasNumbered(number) ? fragment => FragmentNumber.Compare(fragment.Number, number) > 0 : null;

    private static string Number(string? value, string name) =>
        value is not null && FragmentNumber.IsValid(value)
            ? value
            : throw Invalid($"StartSelector.{name} must be a number of 1 to 128 digits");

    private static double Time(JsonElement? value)
    {
        var seconds = value switch
        {
            { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
            { ValueKind: JsonValueKind.String } text => FromText(text.GetString()!),
            _ => double.NaN,
        };
        return double.IsFinite(seconds)
            ? seconds * 1000
            : throw Invalid("StartSelector.StartTimestamp must be a time for this StartSelectorType");
    }

    private static double FromText(string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment.ToUnixTimeMilliseconds() / 1000.0
            : double.NaN;
    }
}
