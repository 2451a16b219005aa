using System.Globalization;
using System.Text.RegularExpressions;

namespace SonicBridge.Steps.Deploy;

/// <summary>
/// Where a function's environment names the task definition. The family's name alone means its newest revision, whichever
/// that is when the function runs the task.
/// </summary>
/// <param name="Open">Variables that name the family alone, with what has to be in them instead.</param>
/// <param name="Left">Variables that hold the family's name as the name of another thing.</param>
/// <param name="Named">The revisions that variables name already, by the variables' names.</param>
internal sealed partial record RevisionPins(
    IReadOnlyList<PinnedVariable> Open,
    IReadOnlyList<string> Left,
    IReadOnlyDictionary<string, int> Named
)
{
    /// <summary>Whether a variable names a revision already.</summary>
    public bool NamesRevision => Named.Count > 0;

    /// <summary>Finds them.</summary>
    /// <param name="environment">The function's variables.</param>
    /// <param name="family">The family.</param>
    /// <param name="revision">The revision that the family's name meant at the time of the backup.</param>
    public static RevisionPins Find(IReadOnlyDictionary<string, string> environment, string family, int revision)
    {
        var open = new List<PinnedVariable>();
        var left = new List<string>();
        var named = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, value) in environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (Definition().Match(value) is not { Success: true } match || match.Groups["family"].Value != family)
            {
                continue;
            }

            if (match.Groups["revision"].Success)
            {
                named[name] = int.TryParse(
                    match.Groups["revision"].ValueSpan,
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                    ? number
                    : 0;
            }
            else if (!match.Groups["arn"].Success && NamesAnotherThing(name))
            {
                left.Add(name);
            }
            else
            {
                open.Add(new PinnedVariable(name, value, $"{value}:{revision}"));
            }
        }

        return new RevisionPins(open, left, named);
    }

    /// <summary>
    /// A container, a log group, an image often bear the family's name: with a revision in it, no task would start at all.
    /// </summary>
    private static bool NamesAnotherThing(string variable) =>
        OtherThing().IsMatch(variable) && !Task().IsMatch(variable);

    [GeneratedRegex(
        @"^(?<arn>arn:[a-z-]+:ecs:[a-z0-9-]+:\d{12}:task-definition/)?(?<family>[A-Za-z0-9_-]+)(:(?<revision>\d+))?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Definition();

    [GeneratedRegex("CONTAINER|LOG|IMAGE|REPO|SERVICE|CLUSTER|BUCKET|PREFIX|STACK", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex OtherThing();

    [GeneratedRegex("DEFINITION|TASK_?DEF|FAMILY", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Task();
}
