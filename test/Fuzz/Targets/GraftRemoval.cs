using SonicBridge.Steps.Flows;

namespace SonicBridge.Fuzz.Targets;

/// <summary>
/// Takes a graft out of a flow by hand: what is new is removed, and what leads to it is led back. The product never does
/// so, as a rollback puts back what was backed up; it proves that a graft changes nothing else.
/// </summary>
internal static class GraftRemoval
{
    public static byte[] Of(FlowDocument before, FlowDocument after)
    {
        var edit = new JsonEdit();
        foreach (var action in after.Actions.Where(action => before.Find(action.Identifier) is null))
        {
            edit.Remove(action.Part);
        }

        foreach (var action in after.Actions)
        {
            if (before.Find(action.Identifier) is { } was)
            {
                LeadBack(edit, before, action.References, was.References);
            }
        }

        LeadBack(edit, before, [after.StartReference], [before.StartReference]);
        RemoveMetadata(edit, before, after);
        return edit.Apply(after.Json.Span, after.Root);
    }

    private static void LeadBack(
        JsonEdit edit,
        FlowDocument before,
        IReadOnlyList<JsonPart> now,
        IReadOnlyList<JsonPart> then
    )
    {
        foreach (var (reference, was) in now.Zip(then))
        {
            if (reference.Text != was.Text)
            {
                edit.Replace(reference, before.Json[was.Start..was.End].ToArray());
            }
        }
    }

    private static void RemoveMetadata(JsonEdit edit, FlowDocument before, FlowDocument after)
    {
        if (after.Root["Metadata"] is not { } metadata)
        {
            return;
        }

        if (before.Root["Metadata"] is not { } knownMetadata)
        {
            edit.Remove(metadata);
        }
        else if (metadata["ActionMetadata"] is { } actions)
        {
            if (knownMetadata["ActionMetadata"] is not { } known)
            {
                edit.Remove(actions);
            }
            else
            {
                // Those at the end are the graft's.
                actions.Members.Skip(known.Members.Count).ToList().ForEach(member => edit.Remove(member.Value));
            }
        }
    }
}
