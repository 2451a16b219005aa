using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>Reads one state.</summary>
internal sealed class StateReader(
    DefinitionReader flows,
    IReadOnlyList<ITaskIntegration> integrations,
    HashSet<string> names
)
{
    public State Read(string name, DefinitionObject fields)
    {
        DefinitionReader.RefuseOtherQueryLanguage(fields);
        var type = fields.RequiredText("Type");
        State state = type switch
        {
            "Pass" => new PassState
            {
                Name = name,
                HasResult = fields.Has("Result"),
                Result = fields.Node("Result"),
            },
            "Task" => ReadTask(name, fields),
            "Choice" => ReadChoice(name, fields),
            "Wait" => ReadWait(name, fields),
            "Succeed" => new SucceedState { Name = name },
            "Fail" => ReadFail(name, fields),
            "Parallel" => new ParallelState { Name = name, Branches = ReadBranches(fields) },
            "Map" => ReadMap(name, fields),
            _ => throw fields.Refuse("Type", $"names no type of state that is known here: {type}."),
        };
        state = state is FailState ? state : ReadCommon(state, fields);
        fields.RefuseUnknown($"a {type} state");
        return state;
    }

    private static State ReadCommon(State state, DefinitionObject fields)
    {
        state = state with
        {
            InputPath = StateFields.ReadPath(fields, "InputPath"),
            OutputPath = StateFields.ReadPath(fields, "OutputPath"),
            Next = state is ChoiceState or SucceedState ? null : StateFields.ReadNext(fields),
        };
        if (state is ResultState result)
        {
            state = result with
            {
                // A Map state's Parameters are the former name of its ItemSelector.
                Parameters = state is MapState ? null : fields.Template("Parameters"),
                ResultSelector = state is PassState ? null : fields.Template("ResultSelector"),
                ResultPath = StateFields.ReadResultPath(fields),
            };
        }

        if (state is FallibleState fallible)
        {
            state = fallible with
            {
                Retry = ErrorHandlingReader.ReadRetry(fields),
                Catch = ErrorHandlingReader.ReadCatch(fields),
            };
        }

        return state;
    }

    private TaskState ReadTask(string name, DefinitionObject fields)
    {
        var resource =
            fields.Parsed("Resource", TaskResource.Parse) ?? TaskResource.Parse(fields.RequiredText("Resource"));
        var integration =
            integrations.FirstOrDefault(candidate => candidate.Serves(resource))
            ?? throw fields.Refuse("Resource", $"is {resource}, and nothing here serves that.");
        if (integration.Refusal(resource, fields.Template("Parameters")) is { } refusal)
        {
            throw new DefinitionRefusedException($"{fields.Place}/Parameters", refusal);
        }

        var timeout = StateFields.ReadWhole(fields, "TimeoutSeconds", "TimeoutSecondsPath", 1);
        var heartbeat = StateFields.ReadWhole(fields, "HeartbeatSeconds", "HeartbeatSecondsPath", 1);
        return heartbeat?.Fixed >= timeout?.Fixed
            ? throw fields.Refuse("HeartbeatSeconds", "has to be less than TimeoutSeconds.")
            : new TaskState
            {
                Name = name,
                Resource = resource,
                Timeout = timeout,
                Heartbeat = heartbeat,
            };
    }

    private static ChoiceState ReadChoice(string name, DefinitionObject fields)
    {
        var choices = fields.Objects("Choices").Select(ChoiceReader.Read).ToList();
        return choices.Count > 0
            ? new ChoiceState
            {
                Name = name,
                Choices = choices,
                Default = fields.Text("Default"),
            }
            : throw fields.Refuse("Choices", "has to hold one choice at least.");
    }

    private static WaitState ReadWait(string name, DefinitionObject fields)
    {
        var seconds = StateFields.ReadWhole(fields, "Seconds", "SecondsPath", 0);
        var text = fields.Text("Timestamp");
        var timestamp = default(DateTimeOffset);
        if (text is not null && !Timestamps.TryParse(text, out timestamp))
        {
            throw fields.Refuse("Timestamp", "has to look like 2016-03-14T01:59:00Z.");
        }

        var path = fields.Parsed("TimestampPath", PathExpression.ParsePath);
        var given = (seconds is null ? 0 : 1) + (text is null ? 0 : 1) + (path is null ? 0 : 1);
        return given == 1
            ? new WaitState
            {
                Name = name,
                Seconds = seconds,
                Timestamp = text is null ? null : timestamp,
                TimestampPath = path,
            }
            : throw new DefinitionRefusedException(
                fields.Place,
                "a Wait state has exactly one of Seconds, SecondsPath, Timestamp and TimestampPath."
            );
    }

    private static FailState ReadFail(string name, DefinitionObject fields) =>
        new(StateFields.ReadText(fields, "Error"), StateFields.ReadText(fields, "Cause")) { Name = name };

    private IReadOnlyList<StateFlow> ReadBranches(DefinitionObject fields)
    {
        var branches = fields.Objects("Branches");
        return branches.Count > 0
            ? [.. branches.Select(branch => ReadInner(branch, "a branch"))]
            : throw fields.Refuse("Branches", "has to hold one branch at least.");
    }

    private MapState ReadMap(string name, DefinitionObject fields)
    {
        var processorName = fields.Has("Iterator") ? "Iterator" : "ItemProcessor";
        var selectorName = fields.Has("Parameters") ? "Parameters" : "ItemSelector";
        var processor = fields.Object(processorName);
        if (processor.Has("ProcessorConfig"))
        {
            var configuration = processor.Object("ProcessorConfig");
            if (configuration.Text("Mode") is { } mode && mode != "INLINE")
            {
                throw configuration.Refuse("Mode", $"can only be INLINE here, not {mode}.");
            }

            configuration.RefuseUnknown("an inline Map state");
        }

        return new MapState
        {
            Name = name,
            ItemProcessor = ReadInner(processor, "an item processor"),
            ItemsPath = fields.Parsed("ItemsPath", PathExpression.ParsePath) ?? StateFields.Everything,
            ItemSelector = fields.Template(selectorName),
            MaxConcurrency =
                StateFields.ReadWhole(fields, "MaxConcurrency", "MaxConcurrencyPath", 0)
                ?? new WholeNumber("MaxConcurrency", 0, null),
        };
    }

    private StateFlow ReadInner(DefinitionObject fields, string owner)
    {
        var flow = flows.ReadFlow(fields, names);
        fields.RefuseUnknown(owner);
        return flow;
    }
}
