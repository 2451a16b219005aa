using System.Buffers;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using SonicBridge.Bridge.Kvs;

namespace SonicBridge.Bridge.Sonic;

/// <summary>
/// One stream to the model, in both directions: the caller's voice goes in, typed events come out. The order of what
/// goes in is that of Nova 2's user guide: session, prompt, system prompt, then one audio block that stays open to the end.
/// </summary>
internal sealed class SonicSession : ISonicSession
{
    /// <summary>64 ms at 8 kHz, which is how Amazon Connect cuts: its blocks go as they come, longer ones are split.</summary>
    private const int LongestChunk = 1024;

    /// <summary>How long the model may take to accept a stream.</summary>
    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(10);

    private readonly SonicSettings _settings;
    private readonly TimeProvider _time;
    private readonly InputQueue _input = new();
    private readonly CancellationTokenSource _abort = new();
    private readonly string _promptName = Guid.NewGuid().ToString();
    private readonly string _audioName = Guid.NewGuid().ToString();
    private readonly HalfBandUpsampler? _upsampler;
    private readonly ArrayBufferWriter<byte> _upsampled = new();
    private readonly Task _preamble;
    private readonly Task<InvokeModelWithBidirectionalStreamResponse> _opening;
    private volatile bool _closing;

    private SonicSession(IAmazonBedrockRuntime bedrock, SonicSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _upsampler = settings.InputHertz == SonicSettings.TelephoneHertz ? null : new HalfBandUpsampler();
        _preamble = WritePreambleAsync();
        _opening = bedrock.InvokeModelWithBidirectionalStreamAsync(
            new InvokeModelWithBidirectionalStreamRequest
            {
                ModelId = settings.ModelId,
                BodyPublisher = _input.NextAsync!,
            },
            _abort.Token
        );
    }

    /// <summary>Begins to open a stream. Whether the model takes it is known from <see cref="ReadAsync"/>.</summary>
    public static SonicSession Open(IAmazonBedrockRuntime bedrock, SonicSettings settings, TimeProvider time) =>
        new(bedrock, settings, time);

    /// <inheritdoc/>
    public async ValueTask WriteAsync(
        ReadOnlySequence<byte> pcm,
        BlockPosition position,
        CancellationToken cancellationToken
    )
    {
        await _preamble;
        while (!pcm.IsEmpty && !_closing)
        {
            var chunk = pcm.Slice(0, Math.Min(pcm.Length, LongestChunk));
            pcm = pcm.Slice(chunk.End);
            await _input.WriteAsync(
                static (json, audio) =>
                    SonicEventWriter.AudioInput(json, audio.Session._promptName, audio.Session._audioName, audio.Pcm),
                (Session: this, Pcm: AtInputRate(chunk)),
                cancellationToken
            );
        }
    }

    /// <inheritdoc/>
    public async Task<SonicEnd> ReadAsync(Func<SonicEvent, ValueTask> handle)
    {
        try
        {
            using var response = await OpenedAsync();
            return response.Value is { } opened
                ? await SonicOutput.ReadAsync(opened.Body, handle, () => _closing, _abort.Token)
                : response.End!;
        }
        finally
        {
            _input.Complete();
        }
    }

    /// <inheritdoc/>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        await _preamble.WaitAsync(cancellationToken);
        if (_closing)
        {
            return;
        }

        _closing = true;
        await _input.WriteAsync(json => SonicEventWriter.ContentEnd(json, _promptName, _audioName), cancellationToken);
        await _input.WriteAsync(json => SonicEventWriter.PromptEnd(json, _promptName), cancellationToken);
        await _input.WriteAsync(SonicEventWriter.SessionEnd, cancellationToken);
        _input.Complete();
    }

    /// <inheritdoc/>
    public void Abort()
    {
        _closing = true;
        _input.Complete();
        _abort.Cancel();
    }

    public void Dispose()
    {
        Abort();
        _abort.Dispose();
    }

    private async Task WritePreambleAsync()
    {
        var none = CancellationToken.None;
        var systemName = Guid.NewGuid().ToString();
        await _input.WriteAsync(json => SonicEventWriter.SessionStart(json, _settings), none);
        await _input.WriteAsync(json => SonicEventWriter.PromptStart(json, _promptName, _settings), none);
        await _input.WriteAsync(json => SonicEventWriter.SystemStart(json, _promptName, systemName), none);
        for (var rest = _settings.SystemPrompt.AsMemory(); !rest.IsEmpty; )
        {
            var piece = rest[..TextPieces.NextLength(rest.Span)];
            rest = rest[piece.Length..];
            await _input.WriteAsync(
                json => SonicEventWriter.TextInput(json, _promptName, systemName, piece.Span),
                none
            );
        }

        await _input.WriteAsync(json => SonicEventWriter.ContentEnd(json, _promptName, systemName), none);
        await _input.WriteAsync(
            json => SonicEventWriter.AudioStart(json, _promptName, _audioName, _settings.InputHertz),
            none
        );
    }

    private ReadOnlySequence<byte> AtInputRate(ReadOnlySequence<byte> pcm)
    {
        if (_upsampler is null)
        {
            return pcm;
        }

        _upsampled.ResetWrittenCount();
        _upsampler.Resample(pcm, _upsampled);
        return new ReadOnlySequence<byte>(_upsampled.WrittenMemory);
    }

    private async Task<Opened> OpenedAsync()
    {
        try
        {
            return new Opened(await _opening.WaitAsync(OpenPatience, _time), null);
        }
        catch (TimeoutException) when (!_opening.IsCompleted)
        {
            await _abort.CancelAsync();
            var detail = $"The model did not accept the stream within {OpenPatience.TotalSeconds:0} s.";
            return new Opened(null, new SonicEnd(SonicEndKind.Disconnected, detail));
        }
        catch (Exception e)
        {
            return new Opened(null, SonicEnds.Of(e, _closing));
        }
    }

    private sealed record Opened(InvokeModelWithBidirectionalStreamResponse? Value, SonicEnd? End) : IDisposable
    {
        public void Dispose() => Value?.Dispose();
    }
}
