using System.Globalization;

namespace SonicBridge.Bench.Pages;

/// <summary>Writes numbers as the pages have them.</summary>
internal static class Number
{
    /// <summary>Three digits that count: more would be noise.</summary>
    public static string Digits(double value)
    {
        var format = Math.Abs(value) switch
        {
            0 => "0",
            < 10 => "0.##",
            < 100 => "0.#",
            _ => "#,0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>With its unit, when it has one.</summary>
    public static string Say(double value, string unit) => unit.Length == 0 ? Digits(value) : $"{Digits(value)} {unit}";

    /// <summary>US dollars, to two digits that count and no less than cents.</summary>
    public static string Usd(double value)
    {
        if (value is 0)
        {
            return "0";
        }

        var decimals = Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 2, 9);
        return value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
