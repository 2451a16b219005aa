using System.Security.Cryptography;
using SonicBridge.Local.Lambda;

namespace SonicBridge.Local.Connect;

/// <summary>Runs a contact flow for one contact, as Amazon Connect does, until the flow or the caller ends it.</summary>
public sealed class FlowInterpreter(
    ContactFlow flow,
    ILambdaInvoker lambdas,
    IPromptSource prompts,
    TimeProvider time,
    Action<FlowStepTaken> observe
)
{
    private const string NoMatchingError = "NoMatchingError";
    private const string NoMatchingCondition = "NoMatchingCondition";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "UpdateFlowLoggingBehavior",
        "UpdateContactRecordingBehavior",
        "UpdateContactTextToSpeechVoice",
        "UpdateContactMediaStreamingBehavior",
        "UpdateContactAttributes",
        "InvokeLambdaFunction",
        "InvokeFlowModule",
        "MessageParticipant",
        "Compare",
        "DistributeByPercentage",
        "Loop",
        "Wait",
        "UpdateContactTargetQueue",
        "TransferContactToQueue",
        "EndFlowModuleExecution",
        "DisconnectParticipant",
    };

    private readonly LambdaBlock _lambda = new(lambdas, time);
    private readonly Dictionary<FlowAction, int> _rounds = new(ReferenceEqualityComparer.Instance);

    /// <summary>Draws the number, from 1 to 100, by which DistributeByPercentage decides.</summary>
    public Func<int> Draw { get; init; } = static () => RandomNumberGenerator.GetInt32(1, 101);

    /// <summary>Finds a module by its id or ARN; null when there is none.</summary>
    public Func<string, ContactFlow?> FindModule { get; init; } = static _ => null;

    public static bool Knows(string actionType) => Known.Contains(actionType);

    /// <summary>Runs the flow to its end.</summary>
    /// <exception cref="ContactFlowException">The flow has no way on from where it is.</exception>
    public async Task<FlowEnding> RunAsync(Contact contact, ICallerLine line, CancellationToken cancellationToken)
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, line.HungUp);
        try
        {
            // Nothing comes back from a flow that a contact starts with: it hangs up or hands over.
            return await WalkAsync(flow, contact, line, call.Token)
                ?? throw new ContactFlowException("The flow returns as only a module can.");
        }
        catch (OperationCanceledException) when (line.HungUp.IsCancellationRequested)
        {
            return FlowEnding.CallerHungUp;
        }
        finally
        {
            line.StopStreaming();
        }
    }

    /// <summary>Walks through a flow or a module.</summary>
    /// <returns>How the contact left, or null when a module returns to the flow that invoked it.</returns>
    private async Task<FlowEnding?> WalkAsync(
        ContactFlow walked,
        Contact contact,
        ICallerLine line,
        CancellationToken call
    )
    {
        var action = walked[walked.Start];
        while (true)
        {
            observe(new FlowStepTaken(action.Identifier, action.Type, time.GetUtcNow()));
            Branch branch;
            switch (action.Type)
            {
                case "DisconnectParticipant":
                    return FlowEnding.Disconnected;
                case "EndFlowModuleExecution":
                    return null;
                case "InvokeFlowModule" when FindModule(action.Text("FlowModuleId") ?? "") is { } module:
                    if (await WalkAsync(module, contact, line, call) is { } ending)
                    {
                        return ending;
                    }

                    branch = Branch.Next;
                    break;
                default:
                    branch = await ActAsync(action, contact, line, call);
                    break;
            }

            if (branch == Branch.Leave)
            {
                return FlowEnding.TransferredToQueue;
            }

            action = walked[Follow(action, branch)];
        }
    }

    private async Task<Branch> ActAsync(FlowAction action, Contact contact, ICallerLine line, CancellationToken call)
    {
        switch (action.Type)
        {
            case "UpdateContactMediaStreamingBehavior" when action.Text("MediaStreamingState") == "Enabled":
                contact.Stream = line.StartStreaming(contact);
                return Branch.Next;
            case "UpdateContactMediaStreamingBehavior":
                line.StopStreaming();
                return Branch.Next;
            case "UpdateContactAttributes":
                foreach (var attribute in action.Parameters.GetProperty("Attributes").EnumerateObject())
                {
                    contact.Attributes[attribute.Name] = FlowText.Fill(attribute.Value.GetString()!, contact);
                }

                return Branch.Next;
            case "InvokeLambdaFunction":
                return await _lambda.InvokeAsync(action, contact, call) ? Branch.Next : Branch.Error;
            case "MessageParticipant":
                if (PromptBlock.Find(action, contact, prompts) is not { } prompt)
                {
                    return Branch.Error;
                }

                await line.HearAsync(prompt, call);
                return Branch.Next;
            case "Compare":
                return Branch.Compare(FlowText.Fill(action.Text("ComparisonValue")!, contact));
            case "DistributeByPercentage":
                return Branch.Compare($"{Draw()}");
            case "Loop":
                return Branch.Compare(Round(action, contact));
            // A caller on the telephone cannot be made to wait like this, unless the flow runs on meanwhile. And a module
            // that is found never comes here.
            case "Wait" or "InvokeFlowModule":
                return Branch.Error;
            case "UpdateContactTargetQueue":
                contact.TargetQueue = FlowText.Fill(action.Text("QueueId")!, contact);
                return contact.TargetQueue.Length > 0 ? Branch.Next : Branch.Error;
            case "TransferContactToQueue":
                return contact.TargetQueue is null ? Branch.Error : Branch.Leave;
            default:
                return Branch.Next;
        }
    }

    /// <summary>Counts a loop's rounds; when they are done it begins anew.</summary>
    private string Round(FlowAction action, Contact contact)
    {
        var round = _rounds.GetValueOrDefault(action) + 1;
        var isDone = round > int.Parse(FlowText.Fill(action.Text("LoopCount")!, contact));
        _rounds[action] = isDone ? 0 : round;
        return isDone ? "DoneLooping" : "ContinueLooping";
    }

    private static string Follow(FlowAction action, Branch branch)
    {
        var target = branch switch
        {
            { IsError: true } => action.Errors.GetValueOrDefault(NoMatchingError),
            { Value: { } value } => action.Conditions.FirstOrDefault(condition => condition.Holds(value))?.Next
                ?? action.Errors.GetValueOrDefault(NoMatchingCondition)
                ?? action.Next,
            _ => action.Next,
        };
        return target
            ?? throw new ContactFlowException($"Action '{action.Identifier}' has no branch for what happened there.");
    }

    private readonly record struct Branch(bool IsError, string? Value, bool Leaves)
    {
        public static Branch Next { get; } = new(false, null, false);

        public static Branch Error { get; } = new(true, null, false);

        public static Branch Leave { get; } = new(false, null, true);

        public static Branch Compare(string value) => new(false, value, false);
    }
}

/// <summary>An action that a flow has come to.</summary>
public sealed record FlowStepTaken(string Identifier, string Type, DateTimeOffset At);

/// <summary>How a flow ended.</summary>
public enum FlowEnding
{
    Disconnected,
    TransferredToQueue,
    CallerHungUp,
}
