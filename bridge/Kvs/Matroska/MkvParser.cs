using System.Buffers;

namespace SonicBridge.Bridge.Kvs.Matroska;

/// <summary>
/// Reads Matroska as GetMedia streams it: one document per fragment, Segment and Cluster of known or of unknown size,
/// element by element by its size. Bytes are never searched for a magic number, since samples may contain it.
/// </summary>
public static class MkvParser
{
    /// <summary>Reads the next item from the start of the input, which is moved past what was read.</summary>
    /// <param name="state">Where the stream stands.</param>
    /// <param name="input">What is there of the stream, from the first byte that is not consumed yet.</param>
    /// <param name="limits">What one element may hold.</param>
    /// <param name="item">Points into the input: valid only as long as that.</param>
    /// <returns>False when more bytes are needed.</returns>
    /// <exception cref="InvalidMediaException">The stream breaks the rules; it can't be read on from here.</exception>
    public static bool TryRead(ref MkvState state, ref ReadOnlySequence<byte> input, MkvLimits limits, out MkvItem item)
    {
        item = default;
        while (PassOver(ref state, ref input) && ElementHeader.TryRead(input, out var header))
        {
            CloseWhatEndsBefore(ref state, header.Id);
            CheckFit(state, header);
            var (role, master) = RoleOf(state.In, header.Id);
            switch (role)
            {
                case Role.Enter:
                    Enter(ref state, master, header);
                    input = input.Slice(header.Length);
                    state.Consume(0);
                    break;
                case Role.PassOver:
                    CheckSize(header, long.MaxValue);
                    input = input.Slice(header.Length);
                    state.Skip(header.Size);
                    state.Consume(header.Length);
                    break;
                default:
                    CheckSize(header, role == Role.Block ? limits.Block : limits.Description);
                    var whole = header.Length + header.Size;
                    if (input.Length < whole)
                    {
                        return false;
                    }

                    item = ElementBody.Read(ref state, header.Id, input.Slice(header.Length, header.Size));
                    input = input.Slice(whole);
                    state.Consume(whole);
                    if (item.Kind != MkvItemKind.None)
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool PassOver(ref MkvState state, ref ReadOnlySequence<byte> input)
    {
        if (state.ToSkip == 0)
        {
            return true;
        }

        var count = Math.Min(state.ToSkip, input.Length);
        input = input.Slice(count);
        state.Skipped(count);
        return state.ToSkip == 0;
    }

    /// <summary>A master of unknown size ends before the first element that can't stand in it (RFC 8794, 6.2).</summary>
    private static void CloseWhatEndsBefore(ref MkvState state, uint id)
    {
        if (state is { In: Master.Cluster, InUnknownSize: true } && ElementId.StandsInSegment(id))
        {
            state.Close();
        }

        while (state.InUnknownSize && ElementId.BeginsDocument(id))
        {
            state.Close();
        }
    }

    private static void CheckFit(in MkvState state, in ElementHeader header)
    {
        if (state.In != Master.None && ElementId.BeginsDocument(header.Id))
        {
            throw new InvalidMediaException(
                $"A document begins at byte {state.Offset}, inside a {state.In} that has {state.End - state.Offset} bytes left."
            );
        }

        var left = state.End - state.Offset;
        if (header.Length > left || header.Size > left - header.Length)
        {
            throw new InvalidMediaException(
                $"Element 0x{header.Id:X} at byte {state.Offset} reaches past the end of the {state.In} that holds it."
            );
        }
    }

    private static void Enter(ref MkvState state, Master master, in ElementHeader header)
    {
        if (header.Size == ElementHeader.UnknownSize && master is not (Master.Segment or Master.Cluster))
        {
            throw UnknownSize(header);
        }

        if (master == Master.Cluster)
        {
            state.ClusterTime = null;
        }

        state.Open(master, header);
    }

    private static void CheckSize(in ElementHeader header, long most)
    {
        if (header.Size == ElementHeader.UnknownSize)
        {
            throw UnknownSize(header);
        }

        if (header.Size > most)
        {
            throw new InvalidMediaException(
                $"Element 0x{header.Id:X} has {header.Size} bytes; at most {most} are taken."
            );
        }
    }

    private static InvalidMediaException UnknownSize(in ElementHeader header) =>
        new($"Element 0x{header.Id:X} has an unknown size, which only Segment and Cluster may have.");

    private static (Role Role, Master Master) RoleOf(Master parent, uint id) =>
        (parent, id) switch
        {
            (Master.Cluster, ElementId.SimpleBlock) or (Master.BlockGroup, ElementId.Block) => (Role.Block, default),
            (Master.Cluster, ElementId.Timecode) => (Role.Description, default),
            (Master.Tag, ElementId.SimpleTag) => (Role.Description, default),
            (Master.Tags, ElementId.Tag) => (Role.Enter, Master.Tag),
            (Master.Segment, ElementId.Tags) => (Role.Enter, Master.Tags),
            (Master.Segment, ElementId.Cluster) => (Role.Enter, Master.Cluster),
            (Master.Segment, ElementId.Info) => (Role.Description, default),
            (Master.Segment, ElementId.Tracks) => (Role.Enter, Master.Tracks),
            (Master.Tracks, ElementId.TrackEntry) => (Role.Description, default),
            (Master.Cluster, ElementId.BlockGroup) => (Role.Enter, Master.BlockGroup),
            (Master.None, ElementId.Ebml) => (Role.Description, default),
            (Master.None, ElementId.Segment) => (Role.Enter, Master.Segment),
            (Master.None, not (ElementId.Void or ElementId.Crc32)) => throw new InvalidMediaException(
                $"Not Matroska: element 0x{id:X} stands where a document should begin."
            ),
            _ => (Role.PassOver, default),
        };

    private enum Role
    {
        Enter,
        PassOver,
        Description,
        Block,
    }
}
