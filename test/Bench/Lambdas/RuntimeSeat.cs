using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace SonicBridge.Bench.Lambdas;

/// <summary>One process's place at the Runtime API: it asks for events here, and answers them.</summary>
/// <param name="address">For AWS_LAMBDA_RUNTIME_API.</param>
/// <param name="limit">The function's timeout.</param>
internal sealed class RuntimeSeat(string address, TimeSpan limit)
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:bench";

    private readonly Channel<byte[]> _events = Channel.CreateBounded<byte[]>(1);
    private readonly Channel<FunctionAnswer> _answers = Channel.CreateBounded<FunctionAnswer>(1);
    private readonly TaskCompletionSource<long> _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Address => address;

    /// <summary>When the process asked for its first event, in ticks of <see cref="Stopwatch"/>.</summary>
    public Task<long> Asked => _asked.Task;

    /// <summary>Gives the process an event, and waits for its answer.</summary>
    public async Task<FunctionAnswer> AskAsync(byte[] payload, CancellationToken cancellationToken)
    {
        await _events.Writer.WriteAsync(payload, cancellationToken);
        return await _answers.Reader.ReadAsync(cancellationToken);
    }

    public async Task NextAsync(HttpContext context)
    {
        _asked.TrySetResult(Stopwatch.GetTimestamp());
        byte[] payload;
        try
        {
            payload = await _events.Reader.ReadAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        var deadline = DateTimeOffset.UtcNow + limit;
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = Guid.NewGuid().ToString();
        response.Headers["Lambda-Runtime-Invoked-Function-Arn"] = Arn;
        response.Headers["Lambda-Runtime-Deadline-Ms"] = deadline
            .ToUnixTimeMilliseconds()
            .ToString(CultureInfo.InvariantCulture);
        response.ContentType = "application/json";
        response.ContentLength = payload.Length;
        await response.Body.WriteAsync(payload, context.RequestAborted);
    }

    public async Task TakeAsync(HttpContext context, bool isError)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var at = Stopwatch.GetTimestamp();
        await _answers.Writer.WriteAsync(
            new FunctionAnswer(at, isError, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)),
            context.RequestAborted
        );
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}

/// <param name="At">When it was there, in ticks of <see cref="Stopwatch"/>.</param>
/// <param name="IsError">Whether the function failed.</param>
/// <param name="Text">What it answered.</param>
internal sealed record FunctionAnswer(long At, bool IsError, string Text);
