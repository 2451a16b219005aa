namespace SonicBridge.Steps.Backup;

/// <summary><c>flows.json</c>: which flows and modules the migration changes, and what it leaves for a person to look at.</summary>
/// <param name="Flows">Those that it changes.</param>
/// <param name="Notices">Sentences on what it leaves.</param>
internal sealed record FlowFindings(IReadOnlyList<FlowFinding> Flows, IReadOnlyList<string> Notices);

/// <summary>One flow or module.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsModule">Whether it is a module.</param>
/// <param name="Actions">The actions in it that are replaced.</param>
internal sealed record FlowFinding(string Id, string Name, bool IsModule, IReadOnlyList<string> Actions);
