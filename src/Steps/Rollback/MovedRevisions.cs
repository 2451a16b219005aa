using SonicBridge.Steps.Backup;

namespace SonicBridge.Steps.Rollback;

/// <summary>
/// Revisions that a function's variables may name and that nobody can run any more: each was registered anew, under
/// another number.
/// </summary>
internal sealed class MovedRevisions
{
    private readonly List<(string Before, string Now)> _names = [];

    public MovedRevisions(RestoredNames names)
    {
        foreach (var before in names.Deregistered ?? [])
        {
            if (names.Revisions.TryGetValue(before, out var now))
            {
                _names.Add((before, now));
                _names.Add((TaskRevision.Parse(before).ToString(), TaskRevision.Parse(now).ToString()));
            }
        }
    }

    /// <summary>The variables that name such a revision: what each held, and has to hold.</summary>
    public IReadOnlyList<(string Variable, string Before, string Now)> Find(
        IReadOnlyDictionary<string, string> variables
    ) =>
        [
            .. variables
                .OrderBy(variable => variable.Key, StringComparer.Ordinal)
                .SelectMany(variable =>
                    _names
                        .Where(name => name.Before == variable.Value)
                        .Select(name => (variable.Key, name.Before, name.Now))
                ),
        ];

    /// <summary>A function of the backup as it has to be now.</summary>
    public FunctionRecord Now(FunctionRecord backup) =>
        With(backup, value => _names.Find(name => name.Before == value).Now ?? value);

    /// <summary>A function of now as it was.</summary>
    public FunctionRecord Before(FunctionRecord live) =>
        With(live, value => _names.Find(name => name.Now == value).Before ?? value);

    private FunctionRecord With(FunctionRecord function, Func<string, string> of) =>
        _names.Count == 0
            ? function
            : function with
            {
                Environment = function.Environment.ToDictionary(
                    variable => variable.Key,
                    variable => of(variable.Value),
                    StringComparer.Ordinal
                ),
            };
}
