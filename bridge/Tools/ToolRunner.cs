using Amazon.Lambda;
using Amazon.Lambda.Model;
using Microsoft.Extensions.Logging;
using SonicBridge.Bridge.Sonic;
using SonicBridge.Contracts;
using SonicBridge.Contracts.Configuration;

namespace SonicBridge.Bridge.Tools;

/// <summary>
/// Runs the tools that the model asks for, each a Lambda function: a few at once, each within its time. It always
/// answers, whatever the function does, since the model waits for an answer to everything that it asked.
/// </summary>
internal sealed partial class ToolRunner(
    Func<IAmazonLambda> lambda,
    IReadOnlyList<ToolConfiguration> tools,
    ContactId contactId,
    TimeProvider time,
    ILogger<ToolRunner> log
) : IToolRunner, IDisposable
{
    /// <summary>How many run at once; what the model asks beyond that waits, and its time runs.</summary>
    public const int AtOnce = 8;

    private readonly ILogger _log = log;
    private readonly SemaphoreSlim _room = new(AtOnce, AtOnce);

    /// <inheritdoc/>
    public async Task<ToolAnswer> RunAsync(SonicEvent.ToolUse use, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var answer = await AnswerAsync(use, cancellationToken);
        var took = time.GetElapsedTime(started).TotalMilliseconds;
        switch (answer.Failure)
        {
            // The name is the model's own words.
            case ToolFailure.Unknown:
                ToolFailed("(none of the call's)", ToolFailure.Unknown, took);
                break;
            case null:
                ToolAnswered(use.Name, took);
                break;
            case ToolFailure.CallOver:
                ToolLeftBehind(use.Name, took);
                break;
            case { } failure:
                ToolFailed(use.Name, failure, took);
                break;
        }

        return answer;
    }

    public void Dispose() => _room.Dispose();

    private async Task<ToolAnswer> AnswerAsync(SonicEvent.ToolUse use, CancellationToken cancellationToken)
    {
        if (tools.FirstOrDefault(tool => tool.Name == use.Name) is not { } tool)
        {
            return ToolAnswer.Failed(ToolFailure.Unknown, "There is no such tool.");
        }

        if (ToolPayload.Of(use, contactId) is not { } payload)
        {
            return ToolAnswer.Failed(ToolFailure.BadArguments, "The arguments are no JSON object.");
        }

        var limit = TimeSpan.FromSeconds(tool.TimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            // Signing must not keep the model's events waiting; and the wait ends even where the client does not heed
            // its token.
            var invoking = Task.Run(() => InvokeAsync(tool, payload, either.Token), CancellationToken.None);
            Observe(invoking);
            return await invoking.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ToolAnswer.Failed(ToolFailure.CallOver, "The call has ended.");
        }
        catch (OperationCanceledException)
        {
            return ToolAnswer.Failed(
                ToolFailure.TimedOut,
                $"The tool did not answer within {tool.TimeoutSeconds} s. Tell the caller that it cannot be looked up now."
            );
        }
        catch (Exception e)
        {
            ToolNotInvoked(use.Name, e);
            return ToolAnswer.Failed(ToolFailure.Failed, "The tool does not work now. Tell the caller so.");
        }
    }

    // What becomes of one that was given up interests nobody any more.
    private static void Observe(Task invoking) =>
        _ = invoking.ContinueWith(
            static invoked => _ = invoked.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );

    private async Task<ToolAnswer> InvokeAsync(
        ToolConfiguration tool,
        MemoryStream payload,
        CancellationToken cancellationToken
    )
    {
        await _room.WaitAsync(cancellationToken);
        try
        {
            var response = await lambda()
                .InvokeAsync(
                    new InvokeRequest { FunctionName = tool.Function, PayloadStream = payload },
                    cancellationToken
                );
            // What it says of its error is for the one who wrote it, and in its own log.
            return string.IsNullOrEmpty(response.FunctionError)
                ? ToolPayload.Read(BytesOf(response.Payload))
                : ToolAnswer.Failed(ToolFailure.Failed, "The tool failed. Tell the caller that it does not work now.");
        }
        finally
        {
            _room.Release();
        }
    }

    // Lambda's answers may have 6 MB: what is too long is not copied.
    private static ReadOnlyMemory<byte> BytesOf(MemoryStream? payload) =>
        payload is null ? default
        : payload.TryGetBuffer(out var bytes) ? bytes
        : payload.ToArray();

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "ToolAnswered",
        Message = "Tool {Tool} answered in {Milliseconds:0} ms."
    )]
    private partial void ToolAnswered(string tool, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Warning,
        EventName = "ToolFailed",
        Message = "Tool {Tool} gave no answer: {Failure} after {Milliseconds:0} ms."
    )]
    private partial void ToolFailed(string tool, ToolFailure failure, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        EventName = "ToolLeftBehind",
        Message = "Tool {Tool} had not answered in {Milliseconds:0} ms when the call ended: its answer is left behind."
    )]
    private partial void ToolLeftBehind(string tool, double milliseconds);

    [LoggerMessage(
        Level = LogLevel.Error,
        EventName = "ToolNotInvoked",
        Message = "Tool {Tool} could not be invoked: check the function's name and the stack's ToolFunctionPrefix."
    )]
    private partial void ToolNotInvoked(string tool, Exception exception);
}
