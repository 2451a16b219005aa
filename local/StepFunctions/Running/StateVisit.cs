using System.Text.Json.Nodes;
using SonicBridge.Local.StepFunctions.Data;
using SonicBridge.Local.StepFunctions.History;
using SonicBridge.Local.StepFunctions.Language;

namespace SonicBridge.Local.StepFunctions.Running;

/// <summary>One stay in a state: what it sees, and how its result becomes its output.</summary>
/// <param name="State">The state.</param>
/// <param name="Input">What came from the state before it.</param>
/// <param name="Context">The context object.</param>
/// <param name="Thread">Where its events go.</param>
/// <param name="EnteredEventId">The event by which it was entered.</param>
/// <param name="Random">The source of chance.</param>
internal sealed record StateVisit(
    State State,
    JsonNode? Input,
    JsonObject Context,
    HistoryThread Thread,
    long EnteredEventId,
    Random Random
)
{
    /// <summary>The input after InputPath.</summary>
    public JsonNode? SelectInput() => Select(State.InputPath, Input, "InputPath");

    /// <summary>What a path names; a null path names <c>{}</c>.</summary>
    public JsonNode? Select(PathExpression? path, JsonNode? data, string field)
    {
        if (path is null)
        {
            return new JsonObject();
        }

        return path.TryEvaluate(Over(data), out var value)
            ? value
            : throw Runtime(
                $"Invalid path '{path.Text}': the field '{field}' leads nowhere in '{JsonText.Write(data)}'."
            );
    }

    public DataScope Over(JsonNode? data) => new(data, Context, Random);

    /// <summary>Fills a template over some data; without a template the data is as it is.</summary>
    public JsonNode? Fill(PayloadTemplate? template, JsonNode? data) =>
        template is null ? data : Guard(() => template.Evaluate(Over(data)));

    /// <summary>Says of a failure of data in which state it happened.</summary>
    public T Guard<T>(Func<T> evaluate)
    {
        try
        {
            return evaluate();
        }
        catch (StateFailedException e)
        {
            throw new StateFailedException(e.Error, Locate(e.Cause));
        }
        catch (PathNotFoundException e)
        {
            throw Runtime(e.Message);
        }
    }

    /// <summary>A result on its way out: ResultSelector, ResultPath, OutputPath.</summary>
    public JsonNode? Finish(JsonNode? result)
    {
        if (State is ResultState state)
        {
            result = Join(state.ResultPath, Fill(state.ResultSelector, result));
        }

        return Select(State.OutputPath, result, "OutputPath");
    }

    /// <summary>Puts a result into the input; a null path drops it.</summary>
    public JsonNode? Join(ReferencePath? path, JsonNode? result)
    {
        if (path is null)
        {
            return Input?.DeepClone();
        }

        return path.TryWrite(Input, result, out var output)
            ? output
            : throw new StateFailedException(
                ErrorNames.ResultPathMatchFailure,
                Locate($"Unable to apply ResultPath '{path.Text}' to the input '{JsonText.Write(Input)}'.")
            );
    }

    /// <summary>A whole number that is fixed or read from the input.</summary>
    public long Whole(WholeNumber number, JsonNode? input)
    {
        if (number.Fixed is { } known)
        {
            return known;
        }

        var value = Select(number.Path, input, number.Field);
        return JsonNumber.TryWhole(value, out var whole) && whole >= 0
            ? whole
            : throw Runtime(
                $"The {number.Field} field refers to value \"{JsonText.Write(value)}\" which is not a valid integer: {number.Path!.Text}"
            );
    }

    public StateFailedException Runtime(string cause) => new(ErrorNames.Runtime, Locate(cause));

    /// <summary>Fails when what a state or task yields is larger than Step Functions passes on.</summary>
    public static void CheckSize(JsonNode? data, string producer)
    {
        if (JsonText.ToUtf8(data).Length > JsonText.SizeLimit)
        {
            throw new StateFailedException(
                ErrorNames.DataLimitExceeded,
                $"The state/task '{producer}' returned a result with a size exceeding the maximum number of bytes service limit."
            );
        }
    }

    private string Locate(string? cause) =>
        $"An error occurred while executing the state '{State.Name}' (entered at the event id #{EnteredEventId}). {cause}";
}
