package io.gradio4j.impl.redis;

import io.lettuce.core.codec.Base16;

/**
 * What Redis does in one step, for nobody to come between. The first argument of each is the beginning of all keys, the second one how many
 * seconds unused keys live.
 *
 * <p>The keys: {@code s:<session>} a hash of what is kept; {@code m:<session>} a stream of its messages; {@code x:<session>} a hash about
 * that: the number of the newest message, the reader's generation and node, what it has taken and acknowledged, and how far each mailbox
 * has sent; {@code u:<session>} a set of unfinished events; {@code e:<event>} its session; {@code r:<node>} a hash of the events that a node
 * runs; {@code c:<node>} a set of the sessions that are connected to it; {@code q:<node>} a list of commands for it; {@code n:<node>} its sign
 * of life; {@code nodes} a set of all; {@code epoch} a text that is new when Redis has lost its memory; {@code a:<name>} common values.
 */
enum Script {

    /** (name, value): a common value, the first one that was given. */
    COMMON("""
            redis.call('set', P .. 'a:' .. A[1], A[2], 'NX')
            return redis.call('get', P .. 'a:' .. A[1])"""),

    /** (session): opens it. */
    OPEN("""
            redis.call('hsetnx', P .. 's:' .. A[1], '', 0)
            redis.call('expire', P .. 's:' .. A[1], TTL)
            return 1"""),

    /** (session, name, version or 0, value or nothing): sets a value if it has this version, 1, or does nothing, 0. */
    CHANGE("""
            local key = P .. 's:' .. A[1]
            local known = redis.call('hget', key, A[2])
            if (known and string.match(known, '^%d+') or '0') ~= A[3] then return 0 end
            if A[4] then
              redis.call('hset', key, A[2], redis.call('hincrby', key, '', 1) .. ' ' .. A[4])
            else
              redis.call('hdel', key, A[2])
            end
            redis.call('expire', key, TTL)
            return 1"""),

    /** (session, event, node): an event begins. */
    BEGIN("""
            redis.call('hset', P .. 'r:' .. A[3], A[2], A[1])
            redis.call('sadd', P .. 'u:' .. A[1], A[2])
            redis.call('expire', P .. 'u:' .. A[1], TTL)
            redis.call('set', P .. 'e:' .. A[2], A[1], 'EX', TTL)
            return 1"""),

    /**
     * (session, node, epoch, least number, mailbox, then for each message: its number there, its event or nothing, whether it is the last
     * one, its text): adds messages that were not added yet. Gives the newest number, how many there are and how many were not taken; -1
     * when Redis has lost its memory.
     */
    ADD("""
            if redis.call('get', P .. 'epoch') ~= A[3] then return {-1} end
            local x, m, running = P .. 'x:' .. A[1], P .. 'm:' .. A[1], P .. 'r:' .. A[2]
            local seq = math.max(tonumber(redis.call('hget', x, 'seq') or 0), tonumber(A[4]))
            local box = 'box ' .. A[5]
            local done = tonumber(redis.call('hget', x, box) or 0)
            for i = 6, #A, 4 do
              local number = tonumber(A[i])
              if number > done then
                done = number
                if A[i + 1] == '' or redis.call('hexists', running, A[i + 1]) == 1 then
                  seq = seq + 1
                  redis.call('xadd', m, string.format('%d-0', seq), 'm', A[i + 3])
                  if A[i + 2] == '1' then redis.call('hdel', running, A[i + 1]) end
                end
              end
            end
            redis.call('hset', x, 'seq', seq, box, done)
            redis.call('expire', x, TTL)
            redis.call('expire', m, TTL)
            local at = redis.call('hget', x, 'at')
            if at then redis.call('publish', P .. 'w:' .. at, A[1]) end
            return {seq, redis.call('xlen', m), seq - math.max(tonumber(redis.call('hget', x, 'out') or 0), tonumber(redis.call('hget', x, 'ack') or 0))}"""),

    /** (session): the newest number, how many messages there are and how many were not taken. */
    STATUS("""
            local x = P .. 'x:' .. A[1]
            local seq = tonumber(redis.call('hget', x, 'seq') or 0)
            return {seq, redis.call('xlen', P .. 'm:' .. A[1]),
              seq - math.max(tonumber(redis.call('hget', x, 'out') or 0), tonumber(redis.call('hget', x, 'ack') or 0))}"""),

    /** (session, node): this node has the reader now. Gives its generation and what was acknowledged. */
    READ("""
            local x = P .. 'x:' .. A[1]
            local old = redis.call('hget', x, 'at')
            local generation = redis.call('hincrby', x, 'gen', 1)
            redis.call('hset', x, 'at', A[2])
            redis.call('expire', x, TTL)
            if old then redis.call('publish', P .. 'w:' .. old, A[1]) end
            return {generation, tonumber(redis.call('hget', x, 'ack') or 0)}"""),

    /** (session, node, generation, position, count): the numbers and texts of the next messages; -1 for who is not the reader. */
    FETCH("""
            local x = P .. 'x:' .. A[1]
            local generation = redis.call('hget', x, 'gen')
            if not generation then
              redis.call('hset', x, 'gen', A[3], 'at', A[2], 'seq', math.max(tonumber(A[4]), tonumber(redis.call('hget', x, 'seq') or 0)))
            elseif generation ~= A[3] then
              return {'-1'}
            end
            local found = {}
            for _, entry in ipairs(redis.call('xrange', P .. 'm:' .. A[1], '(' .. A[4] .. '-0', '+', 'COUNT', A[5])) do
              found[#found + 1] = string.match(entry[1], '^%d+')
              found[#found + 1] = entry[2][2]
            end
            if #found > 0 then redis.call('hset', x, 'out', found[#found - 1]) end
            redis.call('expire', x, TTL)
            return found"""),

    /** (session, number): drops all messages up to this one. What is removed already must not come back. */
    ACKNOWLEDGE("""
            local x = P .. 'x:' .. A[1]
            if redis.call('exists', x) == 0 then return 0 end
            if tonumber(A[2]) > tonumber(redis.call('hget', x, 'ack') or 0) then
              redis.call('hset', x, 'ack', A[2])
              redis.call('xtrim', P .. 'm:' .. A[1], 'MINID', string.format('%d-0', tonumber(A[2]) + 1))
            end
            return 1"""),

    /** (session, generation): no reader any more, 1, unless somebody took over, 0. */
    LEAVE("""
            local x = P .. 'x:' .. A[1]
            if redis.call('hget', x, 'gen') ~= A[2] then return 0 end
            redis.call('hincrby', x, 'gen', 1)
            redis.call('hdel', x, 'at')
            return 1"""),

    /** (session, event, node): the page has the last message. Gives how many events are left. */
    DELIVERED("""
            redis.call('srem', P .. 'u:' .. A[1], A[2])
            redis.call('del', P .. 'e:' .. A[2])
            redis.call('hdel', P .. 'r:' .. A[3], A[2])
            return redis.call('scard', P .. 'u:' .. A[1])"""),

    /** (node, session): a page is connected to a node. */
    PRESENT("""
            return redis.call('sadd', P .. 'c:' .. A[1], A[2])"""),

    /** (node, session): a page is connected to a node no more. */
    ABSENT("""
            return redis.call('srem', P .. 'c:' .. A[1], A[2])"""),

    /** (session, node): whether the page is open at another node. */
    ELSEWHERE("""
            for _, node in ipairs(redis.call('smembers', P .. 'nodes')) do
              if node ~= A[2] and redis.call('exists', P .. 'n:' .. node) == 1 and redis.call('sismember', P .. 'c:' .. node, A[1]) == 1 then
                return 1
              end
            end
            return 0"""),

    /** (command, from, to or nothing): gives a living node, or all but one, a command. Gives to how many. */
    SEND("""
            local count = 0
            for _, node in ipairs(A[3] and {A[3]} or redis.call('smembers', P .. 'nodes')) do
              if node ~= A[2] and redis.call('exists', P .. 'n:' .. node) == 1 then
                redis.call('rpush', P .. 'q:' .. node, A[1])
                redis.call('publish', P .. 'w:' .. node, '')
                count = count + 1
              end
            end
            return count"""),

    /** (node): its commands, which it gets once. */
    COMMANDS("""
            local commands = redis.call('lrange', P .. 'q:' .. A[1], 0, -1)
            redis.call('del', P .. 'q:' .. A[1])
            return commands"""),

    /** (node, milliseconds, new epoch): a sign of life. Gives the epoch, whether the node was known, and the dead ones. */
    BEAT("""
            redis.call('set', P .. 'n:' .. A[1], '1', 'PX', A[2])
            redis.call('set', P .. 'epoch', A[3], 'NX')
            local answer = {redis.call('get', P .. 'epoch'), redis.call('sadd', P .. 'nodes', A[1]) == 0 and '1' or '0'}
            for _, node in ipairs(redis.call('smembers', P .. 'nodes')) do
              if redis.call('exists', P .. 'n:' .. node) == 0 then answer[#answer + 1] = node end
            end
            return answer"""),

    /** (node, event, session, text): says the last word about an event of a dead node, once. */
    LOST("""
            if redis.call('exists', P .. 'n:' .. A[1]) == 1 or redis.call('hdel', P .. 'r:' .. A[1], A[2]) == 0 then return 0 end
            local x = P .. 'x:' .. A[3]
            redis.call('xadd', P .. 'm:' .. A[3], string.format('%d-0', redis.call('hincrby', x, 'seq', 1)), 'm', A[4])
            redis.call('expire', x, TTL)
            redis.call('expire', P .. 'm:' .. A[3], TTL)
            local at = redis.call('hget', x, 'at')
            if at then redis.call('publish', P .. 'w:' .. at, A[3]) end
            return 1"""),

    /** (node): forgets a dead node, if nobody did. Gives the sessions that were connected to it. */
    BURY("""
            if redis.call('exists', P .. 'n:' .. A[1]) == 1 or redis.call('srem', P .. 'nodes', A[1]) == 0 then return {} end
            local sessions = redis.call('smembers', P .. 'c:' .. A[1])
            redis.call('del', P .. 'c:' .. A[1], P .. 'q:' .. A[1], P .. 'r:' .. A[1])
            return sessions""");

    private static final String BEGINNING = "local P, TTL, A = ARGV[1], ARGV[2], {unpack(ARGV, 3)}\n";

    private final String text;
    private final String digest;

    Script(String text) {
        this.text = BEGINNING + text;
        digest = Base16.digest(this.text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String text() {
        return text;
    }

    /** What Redis knows it by. */
    String digest() {
        return digest;
    }
}
