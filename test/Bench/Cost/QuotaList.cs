namespace SonicBridge.Bench.Cost;

/// <summary>What an account is allowed until it asks for more: inputs, dated.</summary>
internal sealed record QuotaList(string Region, IReadOnlyList<Quota> Quotas)
{
    public const string File = "test/Bench/Cost/quotas.json";

    public static QuotaList Read() => DatedInputs.Read<QuotaList>(File);
}

/// <param name="Default">Of a new account, or the documented one.</param>
/// <param name="Adjustable">Whether AWS raises it on request.</param>
/// <param name="Read">When it was read at the source.</param>
internal sealed record Quota(
    string Id,
    string Service,
    string What,
    double Default,
    string Unit,
    bool Adjustable,
    string Source,
    string Read
);
