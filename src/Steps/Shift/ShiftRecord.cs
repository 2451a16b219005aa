namespace SonicBridge.Steps.Shift;

/// <summary><c>shift.json</c>: what the migration has written into flows, so that it knows its own work again.</summary>
/// <param name="Percentage">The share that all flows have reached.</param>
/// <param name="Fingerprints">
/// Of each flow's contents that were written, or were about to be, with the share that each leads the new way, by the
/// flow's id.
/// </param>
internal sealed record ShiftRecord(int Percentage, Dictionary<string, Dictionary<string, int>> Fingerprints)
{
    public static ShiftRecord None => new(0, []);

    public bool Knows(string flow, string fingerprint) => ShareOf(flow, fingerprint) is not null;

    /// <summary>The share that a content leads the new way; null for one that the migration has not written.</summary>
    public int? ShareOf(string flow, string fingerprint) =>
        Fingerprints.TryGetValue(flow, out var known) && known.TryGetValue(fingerprint, out var share) ? share : null;

    /// <summary>Notes a content.</summary>
    /// <returns>Whether it was not known yet.</returns>
    public bool Note(string flow, string fingerprint, int share)
    {
        if (Knows(flow, fingerprint))
        {
            return false;
        }

        if (!Fingerprints.TryGetValue(flow, out var known))
        {
            Fingerprints[flow] = known = new(StringComparer.Ordinal);
        }

        known.Add(fingerprint, share);
        return true;
    }
}
