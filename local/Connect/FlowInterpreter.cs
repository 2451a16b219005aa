using System.Text.Json;
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
        "UpdateContactMediaStreamingBehavior",
        "UpdateContactAttributes",
        "InvokeLambdaFunction",
        "MessageParticipant",
        "Compare",
        "UpdateContactTargetQueue",
        "TransferContactToQueue",
        "DisconnectParticipant",
    };

    private readonly LambdaBlock _lambdaBlock = new(lambdas, time);

    public static bool Knows(string actionType) => Known.Contains(actionType);

    /// <summary>Runs the flow to its end.</summary>
    /// <exception cref="ContactFlowException">The flow has no way on from where it is.</exception>
    public async Task<FlowEnding> RunAsync(Contact contact, ICallerLine line, CancellationToken cancellationToken)
    {
        using var call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, line.HungUp);
        try
        {
            var action = flow[flow.Start];
            while (true)
            {
                observe(new FlowStepTaken(action.Identifier, action.Type, time.GetUtcNow()));
                if (action.Type == "DisconnectParticipant")
                {
                    return FlowEnding.Disconnected;
                }

                var branch = await ActAsync(action, contact, line, call.Token);
                if (branch == Branch.Leave)
                {
                    return FlowEnding.TransferredToQueue;
                }

                action = flow[Follow(action, branch)];
            }
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
                return await _lambdaBlock.InvokeAsync(action, contact, call) ? Branch.Next : Branch.Error;
            case "MessageParticipant":
                if (Prompt(action, contact) is not { } prompt)
                {
                    return Branch.Error;
                }

                await line.HearAsync(prompt, call);
                return Branch.Next;
            case "Compare":
                return Branch.Compare(FlowText.Fill(action.Text("ComparisonValue")!, contact));
            case "UpdateContactTargetQueue":
                contact.TargetQueue = FlowText.Fill(action.Text("QueueId")!, contact);
                return contact.TargetQueue.Length > 0 ? Branch.Next : Branch.Error;
            case "TransferContactToQueue":
                return contact.TargetQueue is null ? Branch.Error : Branch.Leave;
            default:
                return Branch.Next;
        }
    }

    private SpokenPrompt? Prompt(FlowAction action, Contact contact)
    {
        if (action.Text("Text") is { } text)
        {
            return prompts.Speak(FlowText.Fill(text, contact));
        }

        if (action.Parameters.TryGetProperty("Media", out var media))
        {
            var address = FlowText.Fill(media.GetProperty("Uri").GetString()!, contact);
            return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? prompts.Fetch(uri) : null;
        }

        throw new ContactFlowException(
            $"Action '{action.Identifier}' plays neither Text nor Media; the local Connect has nothing else."
        );
    }

    private static string Follow(FlowAction action, Branch branch)
    {
        var target = branch switch
        {
            { IsError: true } => action.Errors.GetValueOrDefault(NoMatchingError),
            { Value: { } value } => action.Conditions.FirstOrDefault(condition => condition.Holds(value))?.Next
                ?? action.Errors.GetValueOrDefault(NoMatchingCondition),
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
