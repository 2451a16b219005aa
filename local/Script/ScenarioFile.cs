using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SonicBridge.Local.Audio;

namespace SonicBridge.Local.Script;

/// <summary>Reads scenarios. Sounds are named relative to the file that names them.</summary>
public static class ScenarioFile
{
    private static readonly string Shipped = Path.Join(AppContext.BaseDirectory, "scenarios");

    /// <summary>The scenario that is played when none is named.</summary>
    public static string Default { get; } = Path.Join(Shipped, "booking", "scenario.json");

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">A file, or the name of a shipped scenario, such as <c>booking</c>.</param>
    /// <exception cref="ScenarioException">It cannot be played; the message says why.</exception>
    public static Scenario Load(string path)
    {
        var file = Resolve(path);
        var text = Read(file, ScenarioJson.Default.ScenarioText);
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        RequireWords(text.Title, file, "title");
        Require(text.Turns is { Length: > 0 }, file, "turns is missing or empty: give at least one");
        var otherwise = text.Otherwise is null ? LoadOtherwise() : Lines(text.Otherwise, file, folder, "otherwise");
        Require(otherwise.Count > 0, file, "otherwise is empty: give a line, or leave it out to have the common ones");
        return new Scenario(
            text.Title!,
            [.. text.Turns!.Select((turn, index) => TurnOf(turn, $"turns[{index}]", file, folder))],
            otherwise,
            ExpectationOf(text.Expect, file)
        )
        {
            Opening = text.Opening is null ? null : Line(text.Opening, file, folder, "opening"),
            Session = SessionOf(text.SessionSeconds, file),
            Patience = Moment(text.PatienceMilliseconds, file, "patienceMilliseconds"),
            Configuration = ObjectOf(text.Configuration, file, "configuration"),
            Functions =
            [
                .. (text.Functions ?? []).Select((function, i) => FunctionOf(function, file, $"functions[{i}]")),
            ],
        };
    }

    /// <summary>The lines with which the simulated agent answers what it does not know.</summary>
    public static IReadOnlyList<SpokenLine> LoadOtherwise() => LoadCommon("otherwise.json");

    /// <summary>The texts of the contact flow, spoken.</summary>
    public static IReadOnlyList<SpokenLine> LoadFlowTexts() => LoadCommon("flow.json");

    private static List<SpokenLine> LoadCommon(string name)
    {
        var folder = Path.Join(Shipped, "common");
        var file = Path.Join(folder, name);
        return Lines(Read(file, ScenarioJson.Default.LineTextArray), file, folder, name);
    }

    private static string Resolve(string path)
    {
        if (File.Exists(path))
        {
            return path;
        }

        var shipped = Path.Join(Shipped, path, "scenario.json");
        if (!path.AsSpan().ContainsAny(Path.DirectorySeparatorChar, '.') && File.Exists(shipped))
        {
            return shipped;
        }

        var names = Directory
            .EnumerateDirectories(Shipped)
            .Where(static folder => File.Exists(Path.Join(folder, "scenario.json")))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);
        throw new ScenarioException(
            $"There is no scenario '{path}': give a file, or one of {string.Join(", ", names)}."
        );
    }

    private static T Read<T>(string file, JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), shape)
                ?? throw new ScenarioException($"The scenario '{file}' is null: give an object.");
        }
        catch (JsonException e)
        {
            throw new ScenarioException($"The scenario '{file}' cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"The scenario '{file}' cannot be opened: {e.Message}");
        }
    }

    private static Turn TurnOf(TurnText? turn, string where, string file, string folder)
    {
        Require(turn is { Caller: not null }, file, $"{where} lacks its caller");
        Require(
            turn!.Agent is not null || turn.Tools is { Length: > 0 },
            file,
            $"{where} lacks its agent: give a line, or tools"
        );
        var caller = turn.Caller!;
        RequireWords(caller.Says, file, $"{where}.caller.says");
        return new Turn(
            caller.Says!,
            caller.Sound is null
                ? (ReadOnlyMemory<short>?)null
                : Sound(caller.Sound, file, folder, $"{where}.caller.sound"),
            Moment(caller.InterruptsAfterMilliseconds, file, $"{where}.caller.interruptsAfterMilliseconds"),
            turn.Agent is null ? null : Line(turn.Agent, file, folder, $"{where}.agent")
        )
        {
            Before = turn.Before is null ? null : Line(turn.Before, file, folder, $"{where}.before"),
            Tools = [.. (turn.Tools ?? []).Select((tool, i) => ToolOf(tool, file, $"{where}.tools[{i}]"))],
            KillsBridgeAfter = Moment(
                caller.KillsBridgeAfterMilliseconds,
                file,
                $"{where}.caller.killsBridgeAfterMilliseconds"
            ),
            HangsUpAfter = Moment(caller.HangsUpAfterMilliseconds, file, $"{where}.caller.hangsUpAfterMilliseconds"),
        };
    }

    private static ScriptedTool ToolOf(ToolText? tool, string file, string where)
    {
        Require(tool is not null, file, $"{where} is null");
        RequireWords(tool!.Name, file, $"{where}.name");
        return new ScriptedTool(tool.Name!, ObjectOf(tool.Arguments, file, $"{where}.arguments") ?? "{}", tool.Answers);
    }

    private static ScriptedFunction FunctionOf(FunctionText? function, string file, string where)
    {
        Require(function is not null, file, $"{where} is null");
        RequireWords(function!.Name, file, $"{where}.name");
        RequireWords(function.Sample, file, $"{where}.sample");
        return new ScriptedFunction(
            function.Name!,
            function.Sample!,
            Moment(function.SlowerByMilliseconds, file, $"{where}.slowerByMilliseconds") ?? TimeSpan.Zero
        );
    }

    private static string? ObjectOf(JsonElement? json, string file, string where)
    {
        Require(json is null or { ValueKind: JsonValueKind.Object }, file, $"{where} must be an object");
        return json?.GetRawText();
    }

    private static TimeSpan? Moment(int? milliseconds, string file, string where)
    {
        Require(milliseconds is null or >= 0 and <= 60_000, file, $"{where} must be from 0 to 60000");
        return milliseconds is { } some ? TimeSpan.FromMilliseconds(some) : null;
    }

    private static TimeSpan? SessionOf(int? seconds, string file)
    {
        Require(
            seconds is null or >= SessionLength.Shortest and <= SessionLength.Longest,
            file,
            $"sessionSeconds must be from {SessionLength.Shortest} to {SessionLength.Longest}"
        );
        return seconds is { } some ? TimeSpan.FromSeconds(some) : null;
    }

    private static List<SpokenLine> Lines(LineText?[] lines, string file, string folder, string where) =>
        [.. lines.Select((line, index) => Line(line, file, folder, $"{where}[{index}]"))];

    private static SpokenLine Line(LineText? line, string file, string folder, string where)
    {
        Require(line is not null, file, $"{where} is null");
        RequireWords(line!.Says, file, $"{where}.says");
        return new SpokenLine(line.Says!, Sound(line.Sound, file, folder, $"{where}.sound"));
    }

    private static ReadOnlyMemory<short> Sound(string? sound, string file, string folder, string where)
    {
        RequireWords(sound, file, where);
        try
        {
            return TelephoneSound.Load(Path.Join(folder, sound)).Samples;
        }
        catch (UnusableSoundException e)
        {
            throw new ScenarioException($"The scenario '{file}' names in {where} a sound that fails: {e.Message}");
        }
    }

    private static Expectation ExpectationOf(ExpectationText? expect, string file)
    {
        Require(expect?.Ending is not null, file, "expect.ending is missing: say how the call is to end");
        Require(expect!.Turns is null or >= 0, file, "expect.turns must not be negative");
        Require(expect.Interruptions is null or >= 0, file, "expect.interruptions must not be negative");
        Require(expect.Renewals is null or >= 0, file, "expect.renewals must not be negative");
        Require(expect.Relaunches is null or >= 0, file, "expect.relaunches must not be negative");
        return new Expectation(expect.Ending!.Value, expect.Turns, expect.Interruptions)
        {
            Renewals = expect.Renewals,
            Relaunches = expect.Relaunches,
            Heard = expect.Heard is null
                ? []
                : [.. expect.Heard.Select((phrase, i) => Phrase(phrase, file, $"expect.heard[{i}]"))],
        };
    }

    private static string Phrase(string? phrase, string file, string where)
    {
        RequireWords(phrase, file, where);
        return phrase!;
    }

    private static void RequireWords(string? value, string file, string where) =>
        Require(!string.IsNullOrWhiteSpace(value), file, $"{where} is missing or empty");

    private static void Require(bool condition, string file, string otherwise)
    {
        if (!condition)
        {
            throw new ScenarioException($"The scenario '{file}' cannot be played: {otherwise}.");
        }
    }
}
