namespace SonicBridge.Steps.Deploy;

/// <summary><c>pinned.json</c>, written before the function is changed: how the old function keeps its revision.</summary>
/// <param name="Function">The old function.</param>
/// <param name="Revision">The revision that it keeps running, as <c>family:revision</c>.</param>
/// <param name="Variables">The variables that were, or were about to be, changed; none where nothing had to be.</param>
/// <param name="Left">Variables that hold the family's name as the name of another thing.</param>
internal sealed record PinnedRevision(
    string Function,
    string Revision,
    IReadOnlyList<PinnedVariable> Variables,
    IReadOnlyList<string> Left
);

/// <summary>One variable of the function's environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">What it was before the migration.</param>
/// <param name="To">What it is while the migration lasts.</param>
internal sealed record PinnedVariable(string Name, string From, string To);
