using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.Integrations;

namespace SonicBridge.Local.StepFunctions.Language;

/// <summary>A state of any type.</summary>
public abstract record State
{
    public required string Name { get; init; }

    /// <summary>The next state, or null when the flow ends here (or goes elsewhere: Choice, Fail).</summary>
    public string? Next { get; init; }

    /// <summary>Null for <c>"InputPath": null</c>: the state sees <c>{}</c>.</summary>
    public PathExpression? InputPath { get; init; }

    /// <summary>Null for <c>"OutputPath": null</c>: the state yields <c>{}</c>.</summary>
    public PathExpression? OutputPath { get; init; }

    /// <summary>The type's name, as it stands in the definition and begins the names of history events.</summary>
    public abstract string Type { get; }
}

/// <summary>A state that has a result, which <see cref="ResultPath"/> joins to its input.</summary>
public abstract record ResultState : State
{
    public PayloadTemplate? Parameters { get; init; }

    public PayloadTemplate? ResultSelector { get; init; }

    /// <summary>Null for <c>"ResultPath": null</c>: the result is dropped.</summary>
    public ReferencePath? ResultPath { get; init; }
}

/// <summary>A state whose failures may be retried and caught.</summary>
public abstract record FallibleState : ResultState
{
    public IReadOnlyList<Retrier> Retry { get; init; } = [];

    public IReadOnlyList<Catcher> Catch { get; init; } = [];
}

public sealed record PassState : ResultState
{
    public override string Type => "Pass";

    public bool HasResult { get; init; }

    public JsonNode? Result { get; init; }
}

public sealed record TaskState : FallibleState
{
    public override string Type => "Task";

    public required TaskResource Resource { get; init; }

    /// <summary>Null when the task may take as long as it likes.</summary>
    public WholeNumber? Timeout { get; init; }

    public WholeNumber? Heartbeat { get; init; }
}

public sealed record ChoiceState : State
{
    public override string Type => "Choice";

    public required IReadOnlyList<Choice> Choices { get; init; }

    public string? Default { get; init; }
}

/// <summary>Seconds or a point in time, fixed or read from the input.</summary>
public sealed record WaitState : State
{
    public override string Type => "Wait";

    public WholeNumber? Seconds { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public PathExpression? TimestampPath { get; init; }
}

public sealed record SucceedState : State
{
    public override string Type => "Succeed";
}

/// <param name="Error">The error's name, fixed or computed.</param>
/// <param name="Cause">What happened, fixed or computed.</param>
public sealed record FailState(Expression? Error, Expression? Cause) : State
{
    public override string Type => "Fail";
}

public sealed record ParallelState : FallibleState
{
    public override string Type => "Parallel";

    public required IReadOnlyList<StateFlow> Branches { get; init; }
}

public sealed record MapState : FallibleState
{
    public override string Type => "Map";

    public required StateFlow ItemProcessor { get; init; }

    public required PathExpression ItemsPath { get; init; }

    /// <summary>What each iteration gets as its input; the item itself when null.</summary>
    public PayloadTemplate? ItemSelector { get; init; }

    /// <summary>How many iterations run at once; 0 for no limit.</summary>
    public required WholeNumber MaxConcurrency { get; init; }
}

/// <summary>A whole number, fixed or read from the input by a path.</summary>
/// <param name="Field">The field's name, for messages.</param>
public sealed record WholeNumber(string Field, long? Fixed, PathExpression? Path);
