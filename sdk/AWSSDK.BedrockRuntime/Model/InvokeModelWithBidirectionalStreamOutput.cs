using System;
using System.Collections.Generic;
using System.IO;
using Amazon.BedrockRuntime.Wire;
using Amazon.Runtime.EventStreams;
using Amazon.Runtime.EventStreams.Internal;

namespace Amazon.BedrockRuntime.Model;

/// <summary>
/// The events that a model answers with. They are had either by these .NET events and StartProcessingAsync, or by
/// enumerating; an exception within the stream ends both. Enumerating loses what arrived in one read with an exception
/// or a cut, since the core throws before it hands out what it has queued: use the .NET events.
/// </summary>
public sealed class InvokeModelWithBidirectionalStreamOutput
    : EnumerableEventOutputStream<IEventStreamEvent, BedrockRuntimeEventStreamException>
{
    private volatile bool processing;

    public InvokeModelWithBidirectionalStreamOutput(Stream stream)
        : this(stream, null) { }

    public InvokeModelWithBidirectionalStreamOutput(Stream stream, IEventStreamDecoder eventStreamDecoder)
        : base(stream, eventStreamDecoder)
    {
        base.EventReceived += (_, args) => EventReceived?.Invoke(this, args);
        base.ExceptionReceived += (_, args) => ExceptionReceived?.Invoke(this, args);
        Decoder.MessageReceived += (_, args) => Raise(EventOf(args.Message));
    }

    /// <summary>Any event.</summary>
    public override event EventHandler<EventStreamEventReceivedArgs<IEventStreamEvent>> EventReceived;

    /// <summary>An exception, the service's or any other, wrapped.</summary>
    public override event EventHandler<
        EventStreamExceptionReceivedArgs<BedrockRuntimeEventStreamException>
    > ExceptionReceived;

    /// <summary>The event by which some protocols begin.</summary>
    public event EventHandler<EventStreamEventReceivedArgs<InitialResponseEvent>> InitialResponseReceived;

    /// <summary>An event of the model.</summary>
    public event EventHandler<EventStreamEventReceivedArgs<BidirectionalOutputPayloadPart>> ChunkReceived;

    protected override IDictionary<string, Func<IEventStreamMessage, IEventStreamEvent>> EventMapping =>
        StreamMessages.Events;

    protected override IDictionary<
        string,
        Func<IEventStreamMessage, BedrockRuntimeEventStreamException>
    > ExceptionMapping => StreamMessages.Exceptions;

    protected override bool IsProcessing
    {
        get => processing;
        set => processing = value;
    }

    private IEventStreamEvent EventOf(EventStreamMessage message)
    {
        try
        {
            return ConvertMessageToEvent(message);
        }
        catch (UnknownEventStreamException)
        {
            throw new UnknownEventStreamException("Received an unknown event stream type");
        }
    }

    private void Raise(IEventStreamEvent received)
    {
        EventReceived?.Invoke(this, new EventStreamEventReceivedArgs<IEventStreamEvent>(received));
        switch (received)
        {
            case BidirectionalOutputPayloadPart chunk:
                ChunkReceived?.Invoke(this, new EventStreamEventReceivedArgs<BidirectionalOutputPayloadPart>(chunk));
                break;
            case InitialResponseEvent initial:
                InitialResponseReceived?.Invoke(this, new EventStreamEventReceivedArgs<InitialResponseEvent>(initial));
                break;
        }
    }
}
