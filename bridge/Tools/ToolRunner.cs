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
        if (answer.Failure is { } failure)
        {
            ToolFailed(use.Name, failure, took);
        }
        else
        {
            ToolAnswered(use.Name, took);
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
            return await Task.Run(() => InvokeAsync(tool, payload, either.Token), CancellationToken.None)
                .WaitAsync(either.Token);
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
                ? ToolPayload.Read(response.Payload?.ToArray() ?? [])
                : ToolAnswer.Failed(ToolFailure.Failed, "The tool failed. Tell the caller that it does not work now.");
        }
        finally
        {
            _room.Release();
        }
    }

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
        Level = LogLevel.Error,
        EventName = "ToolNotInvoked",
        Message = "Tool {Tool} could not be invoked: check the function's name and the stack's ToolFunctionPrefix."
    )]
    private partial void ToolNotInvoked(string tool, Exception exception);
}
