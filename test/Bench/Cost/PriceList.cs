namespace SonicBridge.Bench.Cost;

/// <summary>What AWS charges: inputs, dated, and not facts of this repository.</summary>
internal sealed record PriceList(string Region, IReadOnlyList<Price> Prices)
{
    public const string File = "test/Bench/Cost/prices.json";

    public static PriceList Read() => DatedInputs.Read<PriceList>(File);

    /// <summary>In US dollars.</summary>
    /// <exception cref="InvalidDataException">There is no such price.</exception>
    public double Of(string id) =>
        Prices.FirstOrDefault(price => price.Id == id)?.Usd
        ?? throw new InvalidDataException($"{File} has no price '{id}'.");
}

/// <param name="Usd">How much.</param>
/// <param name="Per">For how much of it.</param>
/// <param name="Source">The page; empty for what is assumed.</param>
/// <param name="Read">When it was read there: a year, a month or a day.</param>
/// <param name="Note">How it came from there, or how it was assumed.</param>
internal sealed record Price(
    string Id,
    string What,
    double Usd,
    string Per,
    string Source,
    string Read,
    string? Note = null
);
