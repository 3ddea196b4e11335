package io.gradio4j.war;

/** All that the same WAR does alike on every server. */
interface ServerContract extends PageContract, QueueContract, CancelContract, CallContract, SocketContract, RefusalContract,
        ClientContract, EventKindsContract, FaultContract {
}
