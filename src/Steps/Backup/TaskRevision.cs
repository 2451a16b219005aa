using System.Globalization;

namespace SonicBridge.Steps.Backup;

/// <summary>One revision of a task definition.</summary>
/// <param name="Family">The family.</param>
/// <param name="Number">The revision.</param>
internal readonly record struct TaskRevision(string Family, int Number)
{
    /// <summary>As ECS takes it: <c>family:revision</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Family}:{Number}");

    /// <summary>Reads <c>arn:…:task-definition/family:revision</c>, or its end alone.</summary>
    /// <exception cref="FormatException">The text names no revision.</exception>
    public static TaskRevision Parse(string arn) =>
        arn[(arn.LastIndexOf('/') + 1)..].Split(':') is [{ Length: > 0 } family, var number]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new TaskRevision(family, revision)
            : throw new FormatException($"'{arn}' names no revision of a task definition.");
}
