namespace SonicBridge.Steps.Shift;

/// <summary><c>shift.json</c>: what the migration has written into flows, so that it knows its own work again.</summary>
/// <param name="Percentage">The share that all flows have reached.</param>
/// <param name="Fingerprints">
/// Of each flow's contents that were written, or were about to be, by the flow's id.
/// </param>
internal sealed record ShiftRecord(int Percentage, Dictionary<string, List<string>> Fingerprints)
{
    public static ShiftRecord None => new(0, []);

    public bool Knows(string flow, string fingerprint) =>
        Fingerprints.TryGetValue(flow, out var known) && known.Contains(fingerprint, StringComparer.Ordinal);

    /// <summary>Notes a content.</summary>
    /// <returns>Whether it was not known yet.</returns>
    public bool Note(string flow, string fingerprint)
    {
        if (Knows(flow, fingerprint))
        {
            return false;
        }

        if (!Fingerprints.TryGetValue(flow, out var known))
        {
            Fingerprints[flow] = known = [];
        }

        known.Add(fingerprint);
        return true;
    }
}
