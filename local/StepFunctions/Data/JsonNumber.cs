using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SonicBridge.Local.StepFunctions.Data;

/// <summary>Numbers of JSON, by value: exactly where a decimal holds them, else as doubles.</summary>
internal static class JsonNumber
{
    public static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    public static int Compare(JsonNode left, JsonNode right)
    {
        var (a, b) = (JsonText.Write(left), JsonText.Write(right));
        return TryDecimal(a, out var x) && TryDecimal(b, out var y)
            ? x.CompareTo(y)
            : ToDouble(a).CompareTo(ToDouble(b));
    }

    /// <summary>Reads a whole number; 3.0 and 3e2 are whole too.</summary>
    public static bool TryWhole(JsonNode? node, out long value)
    {
        value = 0;
        if (!IsNumber(node) || !TryDecimal(JsonText.Write(node), out var number) || decimal.Truncate(number) != number)
        {
            return false;
        }

        if (number is < long.MinValue or > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }

    private static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static double ToDouble(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
